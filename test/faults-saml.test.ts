/** The faults of a SAML identity provider, at a real one that was told of us: absent, then present, then absent. */
import { afterAll, beforeAll, test } from 'vitest';
import { samlFaults } from '../harness/faults/saml/index.ts';
import { bySaml } from '../harness/scenario/index.ts';
import { type BootedWorld, bootedWorld } from './booted-world.ts';
import { comesAndGoes } from './fault-comes-and-goes.ts';

let whole: BootedWorld;
beforeAll(async () => {
  whole = await bootedWorld({ seed: 22 });
  await bySaml(whole.world.view);
}, 60_000);
afterAll(() => whole?.close(), 60_000);

test.each(samlFaults.map(({ fault }) => [fault.name, fault] as const))(
  '%s is absent, then present, then absent',
  async (_name, fault) => void (await comesAndGoes(fault, whole.world.view)),
  30_000,
);
