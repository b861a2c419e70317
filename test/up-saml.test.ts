/** SAML by hand in a world that `up` holds: the identity provider knows the cloud, so its metadata are imported, tested and activated on AdminHub, and the faults of SAML are there to be met. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { User } from '../harness/actors/index.ts';
import { type FaultSwitch, faultSwitch } from '../harness/cli/up/fault-switch.ts';
import type { World } from '../harness/scenario/scenario.ts';
import { type BootedWorld, bootedWorld } from './booted-world.ts';

let whole: BootedWorld;
let view: World;
let faults: FaultSwitch;

beforeAll(async () => {
  whole = await bootedWorld({ seed: 31 });
  ({ view } = whole.world);
  faults = faultSwitch(whole.world);
}, 60_000);
afterAll(() => whole?.close(), 60_000);

/** On AdminHub, with the session that the admin has. */
async function imports(admin: User): Promise<void> {
  const steps = [
    { form: 'import-settings', values: { address: view.realm.saml.metadataUrl.href } },
    { form: 'test-draft', lands: 'login' },
    { form: 'activate-draft' },
  ] as const;
  for (const step of steps) expect(await admin.sendHubForm({ page: '/idp-settings', ...step })).toMatchObject({ kind: 'ok' });
}

test('an admin imports the metadata, tests them and activates them, and people sign in by SAML', async () => {
  const admin = view.actors.user({ as: 'ada' });
  expect(await admin.signIn()).toMatchObject({ kind: 'ok' });
  await imports(admin);
  expect(await view.actors.user({ as: 'uma' }).signIn()).toMatchObject({ kind: 'ok', landedOn: 'tracker' });
});

test('a fault of SAML stops people, is seen, and goes', async () => {
  expect(await faults.install('idp.saml-disabled')).toMatch(/^idp\.saml-disabled is installed; the probe says present: /);
  expect(await view.actors.user({ as: 'nils' }).signIn()).toMatchObject({ kind: 'fault', symptom: 'stopped-elsewhere' });
  expect(await faults.heal()).toMatch(/^idp\.saml-disabled is healed; the probe says absent: /);
  expect(await view.actors.user({ as: 'nils' }).signIn()).toMatchObject({ kind: 'ok' });
});

test('a certificate that was changed and imported is to be imported anew when the fault is healed', async () => {
  const admin = view.actors.user({ as: 'ada' });
  await admin.signIn();
  const stranger = { kind: 'refused', code: 'sso.saml-response.key-unknown' };
  await faults.install('idp.saml-certificate-rotated');
  expect(await view.actors.user({ as: 'nils' }).signIn()).toMatchObject(stranger);
  await imports(admin);
  expect(await view.actors.user({ as: 'nils' }).signIn()).toMatchObject({ kind: 'ok' });
  expect(await faults.heal()).toContain(`Signing certificates: imported anew from ${view.realm.saml.metadataUrl.href}`);
  expect(await view.actors.user({ as: 'nils' }).signIn()).toMatchObject(stranger);
  await imports(admin);
  expect(await view.actors.user({ as: 'nils' }).signIn()).toMatchObject({ kind: 'ok' });
});

test('an identity provider that comes back empty and is restored knows the cloud again', async () => {
  await faults.install('idp.restarted-empty');
  await faults.heal();
  expect(await view.actors.user({ as: 'nils' }).signIn()).toMatchObject({ kind: 'ok' });
});
