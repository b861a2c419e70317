/** Faults and their scenarios agree: every fault has one, and it expects what the fault itself says must come of it. */
import { expect, test } from 'vitest';
import { faults } from '../harness/faults/index.ts';
import { loadScenarios } from '../harness/run/load-scenarios.ts';

const scenarios = await loadScenarios(new URL('../scenarios/', import.meta.url));

const expected = {
  'goes-on': [
    'arrives on tracker',
    'is somebody else than before',
    'is the person who was there before',
    'the sign-in makes a person, and no break-glass account',
  ],
  'stops-at-the-idp': ['is stopped by the identity provider with an error', 'is stopped by the identity provider with a question'],
} as const;

test.each(faults.map(({ fault }) => [fault.name, fault] as const))(
  '%s has a scenario that expects what it says',
  (_name, { name, meets }) => {
    const claims = scenarios
      .filter(({ scenario }) => scenario.fault?.name === name)
      .map(({ scenario }) => scenario.expect.map(({ claim }) => claim));
    const wanted: readonly string[] = meets === 'goes-on' || meets === 'stops-at-the-idp' ? expected[meets] : [`is refused with ${meets}`];
    expect(
      claims.flat().some((claim) => wanted.includes(claim)),
      `${name}: ${claims.flat().join('; ')}`,
    ).toBe(true);
  },
);
