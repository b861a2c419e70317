/** A world whose people have other passwords than the fixtures: faults come, are seen and go there as anywhere else, and the passwords stay. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FaultSwitch, faultSwitch } from '../harness/cli/up/fault-switch.ts';
import { type BootedWorld, bootedWorld } from './booted-world.ts';

let whole: BootedWorld;
let faults: FaultSwitch;
beforeAll(async () => {
  whole = await bootedWorld({ seed: 33, fixtures: { passwords: { uma: 'another lantern 77' } } });
  faults = faultSwitch(whole.world);
}, 60_000);
afterAll(() => whole?.close(), 60_000);

const uma = () => whole.world.view.actors.user({ as: 'uma' }).signIn();

test.each(['idp.algorithm-changed', 'idp.saml-nothing-signed', 'idp.restarted-empty', 'idp.killed'])('%s', async (name) => {
  expect(await faults.install(name)).toContain('is installed; the probe says present');
  expect(await faults.heal()).toContain('is healed; the probe says absent');
  expect(await uma()).toMatchObject({ kind: 'ok', landedOn: 'tracker' });
});

test('a reset', async () => {
  await whole.world.view.realm.removeClaim('email');
  await whole.world.reset();
  expect(await uma()).toMatchObject({ kind: 'ok', landedOn: 'tracker' });
});
