/** The faults of what changes the directory, in a whole world: absent, then present, then absent; none is taken for another; and healing brings back what comes out on any day. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fault } from '../harness/faults/fault.ts';
import { faults } from '../harness/faults/index.ts';
import type { World } from '../harness/scenario/scenario.ts';
import { type BootedWorld, bootedWorld } from './booted-world.ts';
import { comesAndGoes } from './fault-comes-and-goes.ts';

let whole: BootedWorld;
beforeAll(async () => {
  whole = await bootedWorld({ seed: 22 });
}, 60_000);
afterAll(() => whole?.close(), 60_000);

const here = faults.map(({ fault }) => fault).filter(({ means }) => means === 'automation');
const viewed = (): World => whole.world.view;
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
  const undo = await comesAndGoes(fault, viewed());
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
