/** A session that the identity provider ends is over here too, because its call arrives: with a real identity provider behind its own exit. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hosts } from '../harness/fixtures/fixtures.ts';
import { type Booted, boot } from '../harness/run/boot.ts';
import type { RunningWorld } from '../harness/world/world.ts';

let booted: Booted;
let world: RunningWorld;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tempered-idp-reaches-'));
  booted = await boot({ wanted: 'embedded', mode: 'wire', seed: 7, worlds: 1, attachments: folder, progress: () => {} });
  world = await booted.startWorld(1);
}, 60_000);
afterAll(async () => {
  await booted?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a logout call arrives while the way is open', async () => {
  await world.reset();
  world.view.idpReaches();
  const uma = world.view.actors.user({ as: 'uma' });
  expect(await uma.signIn()).toMatchObject({ kind: 'ok' });
  await world.view.realm.endSessions('uma');
  expect(await uma.open('tracker')).toMatchObject({ kind: 'ok', landedOn: hosts.idp });
  expect(await world.target.auditRecords()).toContainEqual(expect.objectContaining({ code: 'session.host.ended-by-idp' }));
}, 30_000);

test('and does not when it is not: a reset closes it', async () => {
  await world.reset();
  const uma = world.view.actors.user({ as: 'uma' });
  expect(await uma.signIn()).toMatchObject({ kind: 'ok' });
  await world.view.realm.endSessions('uma');
  expect(await uma.open('tracker')).toMatchObject({ kind: 'ok', landedOn: 'tracker' });
}, 30_000);
