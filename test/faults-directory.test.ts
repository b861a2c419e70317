/** The faults of what changes the directory, in a whole world: absent, then present, then absent; none is taken for another; and healing brings back what comes out on any day. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantedWorld } from '../harness/defects/index.ts';
import type { Fault } from '../harness/faults/fault.ts';
import { faults } from '../harness/faults/index.ts';
import { type Booted, boot } from '../harness/run/boot.ts';
import type { World } from '../harness/scenario/scenario.ts';
import type { RunningWorld } from '../harness/world/world.ts';

let [booted, world, attachments]: [Booted | undefined, RunningWorld | undefined, string] = [undefined, undefined, ''];
beforeAll(async () => {
  attachments = await mkdtemp(join(tmpdir(), 'faults-'));
  booted = await boot({ wanted: 'embedded', mode: 'wire', seed: 22, worlds: 1, attachments, progress: () => {} });
  world = await plantedWorld(booted, 1, []);
}, 60_000);
afterAll(async () => {
  await world?.close();
  await booted?.close();
  await rm(attachments, { recursive: true, force: true });
}, 60_000);

const here = faults.map(({ fault }) => fault).filter(({ means }) => means === 'automation');
const viewed = (): World => {
  if (!world) throw new Error('there is no world');
  return world.view;
};
const underIt = async (fault: Fault, work: (view: World) => Promise<void>): Promise<void> => {
  const undo = await fault.install(viewed());
  try {
    await work(viewed());
  } finally {
    await undo();
  }
};
/** What everybody gets from the automation now. */
const handedOn = async ({ automation: { personnel, rules, connector } }: World): Promise<string> =>
  JSON.stringify([await personnel.pull(), rules.now(), connector.next()]);

test.each(here.map((fault) => [fault.name, fault] as const))('%s is absent, then present, then absent', async (_name, fault) => {
  const before = await handedOn(viewed());
  expect(await fault.observe(viewed())).toMatchObject({ seen: 'absent' });
  const undo = await fault.install(viewed());
  expect(await fault.observe(viewed())).toMatchObject({ seen: 'present' });
  await undo();
  expect(await fault.observe(viewed())).toMatchObject({ seen: 'absent' });
  await undo(); // a second time does nothing
  expect(await handedOn(viewed())).toBe(before);
});

test.each(here.map((fault) => [fault.name, fault] as const))('%s is taken for no other', async (name, fault) => {
  await underIt(fault, async (view) => {
    const present = [];
    for (const other of here) if ((await other.observe(view)).seen === 'present') present.push(other.name);
    expect(present).toEqual([name]);
  });
});

test('two disturbances of one source are refused, and the first one stays and heals', async () => {
  const [one, other] = here.filter(({ name }) => name.startsWith('directory.feed-'));
  if (!one || !other) throw new Error('there are no two');
  await underIt(one, async (view) => {
    await expect(other.install(view)).rejects.toThrow(/heal the first fault/);
    expect(await one.observe(view)).toMatchObject({ seen: 'present' });
  });
  expect(await one.observe(viewed())).toMatchObject({ seen: 'absent' });
});
