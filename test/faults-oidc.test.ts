/** The faults of an identity provider that is set wrong, but for those of SAML, at a real one: absent, then present, then absent. */
import { afterAll, beforeAll, test } from 'vitest';
import { faults } from '../harness/faults/index.ts';
import { type BootedWorld, bootedWorld } from './booted-world.ts';
import { comesAndGoes } from './fault-comes-and-goes.ts';

let whole: BootedWorld;
beforeAll(async () => {
  whole = await bootedWorld({ seed: 21 });
}, 60_000);
afterAll(() => whole?.close(), 60_000);

const ofTheRealm = faults
  .map(({ fault }) => fault)
  .filter(({ family }) => family !== 'saml')
  .filter(({ means, needs }) => means === 'realm' || means === 'rewriting' || needs.includes('idp-clock'));

test.each(ofTheRealm.map((fault) => [fault.name, fault] as const))(
  '%s is absent, then present, then absent',
  async (_name, fault) => void (await comesAndGoes(fault, whole.world.view)),
  30_000,
);
