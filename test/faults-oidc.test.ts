/** The faults of an identity provider that is set wrong, but for those of SAML, at a real one: absent, then present, then absent; and none is taken for another. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantedWorld } from '../harness/defects/index.ts';
import { faults } from '../harness/faults/index.ts';
import { type Booted, boot } from '../harness/run/boot.ts';
import type { RunningWorld } from '../harness/world/world.ts';

let [booted, world, attachments]: [Booted | undefined, RunningWorld | undefined, string] = [undefined, undefined, ''];
beforeAll(async () => {
  attachments = await mkdtemp(join(tmpdir(), 'faults-'));
  booted = await boot({ wanted: 'embedded', mode: 'wire', seed: 21, worlds: 1, attachments, progress: () => {} });
  world = await plantedWorld(booted, 1, []);
}, 60_000);
afterAll(async () => {
  await world?.close();
  await booted?.close();
  await rm(attachments, { recursive: true, force: true });
}, 60_000);

const ofTheRealm = faults
  .map(({ fault }) => fault)
  .filter(({ family }) => family !== 'saml')
  .filter(({ means, needs }) => means === 'realm' || means === 'rewriting' || needs.includes('idp-clock'));

test.each(ofTheRealm.map((fault) => [fault.name, fault] as const))(
  '%s is absent, then present, then absent',
  async (_name, fault) => {
    if (!world) throw new Error('there is no world');
    const { view } = world;
    expect(await fault.observe(view)).toMatchObject({ seen: 'absent' });
    const undo = await fault.install(view);
    try {
      expect(await fault.observe(view)).toMatchObject({ seen: 'present' });
    } finally {
      await undo();
    }
    expect(await fault.observe(view)).toMatchObject({ seen: 'absent' });
  },
  30_000,
);
