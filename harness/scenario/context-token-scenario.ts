/** Maker of the scenarios about user contexts: somebody stands where the ingress stands and hands the tracker one that departs; its honest twin, from the same hands, opens the tracker. */
import {
  contextTokens,
  type DeviationNames,
  deviationOf,
  idTokenKit,
  type OrHonest,
  respelled,
  underRewriting,
  watchingIdToken,
} from '../deviations/index.ts';
import type { DeviationClaim } from './deviation-scenarios.ts';
import { refusedWith } from './expectations.ts';
import { scenario, type World } from './scenario.ts';

export const contextTokenScenario = (name: DeviationNames['contextToken'], { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ contextToken: OrHonest<'contextToken'> }>({
    proves,
    hands: 'wire',
    needs: ['inside'],
    listedDeviation: deviationOf('contextToken', name),
    honest: { contextToken: 'honest' },
    deviation: { contextToken: name },
    act: async (world, { contextToken }) => {
      const { target, actors } = world;
      const { lines, usedBefore } = await contextTokens(contextToken, { target, idToken: () => genuineIdToken(world) });
      if (usedBefore) await actors.insider().handContexts(lines);
      return actors.insider().handContexts(lines);
    },
    expect: [refusedWith(code)],
  });

/** As the identity provider gives it to us at an honest sign-in, spelled as a user context is: it departs in what it is, and in nothing else. */
async function genuineIdToken(world: World): Promise<string> {
  let seen: string | undefined;
  const watching = watchingIdToken((idToken) => {
    seen = idToken;
  });
  const outcome = await underRewriting(world, watching, () => world.actors.user().signIn());
  if (outcome.kind !== 'ok' || seen === undefined) throw new Error(`the sign-in whose ID token is carried on ended as ${outcome.kind}`);
  return respelled(seen, await idTokenKit(world.realm));
}
