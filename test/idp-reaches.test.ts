/** A session that the identity provider ends is over here too, because its call arrives: with a real identity provider behind its own exit. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hosts } from '../harness/fixtures/fixtures.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import { type BootedWorld, bootedWorld } from './booted-world.ts';

let whole: BootedWorld;
let world: RunningWorld;
beforeAll(async () => {
  whole = await bootedWorld({ seed: 7 });
  ({ world } = whole);
}, 60_000);
afterAll(() => whole?.close());

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
