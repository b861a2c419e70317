/** The list of what is exempt from single sign-on, compared with what truly is. */
import { openPlaces } from '../fixtures/open-places.ts';
import type { Outcome } from '../verdict/results.ts';
import { operationsOf } from './operations-of.ts';
import type { Expectation, World } from './scenario.ts';

/** Lands on `nowhere` when the table in force exempts what is declared and nothing else; otherwise on what is open undeclared, or declared and not open. */
export async function driftOfExemptions(world: World): Promise<Outcome> {
  const { origins } = world.target;
  const declared = openPlaces.flatMap(({ access, host, places }) =>
    places.map((place) => place.replace(' ', ` ${origins[host].host}`).replace(/^/, `${access} `)),
  );
  const open = (await operationsOf(world).routes())
    .filter(({ access }) => access !== 'session')
    .map(({ access, method, host, path }) => `${access} ${method} ${host}${path}`);
  const drifted = [
    ...open.filter((row) => !declared.includes(row)).map((row) => `open and not declared: ${row}`),
    ...declared.filter((row) => !open.includes(row)).map((row) => `declared and not open: ${row}`),
  ];
  return { kind: 'ok', landedOn: drifted.join('; ') || 'nowhere', reference: '' };
}

export const nothingIsExemptUndeclared: Expectation = {
  claim: 'what is exempt from single sign-on in the table is what is declared',
  judge: async ({ outcome }) =>
    outcome.kind === 'ok'
      ? {
          judged: outcome.landedOn === 'nowhere' ? 'met' : 'not-met',
          observed: outcome.landedOn === 'nowhere' ? 'no drift' : outcome.landedOn,
        }
      : { judged: 'unclear', observed: outcome.kind },
};
