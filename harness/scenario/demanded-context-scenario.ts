/** Maker of the scenarios about a demanded authentication context: it is set on AdminHub, and the ID token of the next sign-in names it or departs. */
import { type DeviationNames, deviationOf, idTokenKit, idTokenRewriter, type OrHonest, underRewriting } from '../deviations/index.ts';
import { acrValues } from '../fixtures/fixtures.ts';
import type { DeviationClaim } from './deviation-scenarios.ts';
import { refusedWith } from './expectations.ts';
import { scenario, type World } from './scenario.ts';

/** What the identity provider says of a sign-in by password. It knows no other that a scenario can meet without a second factor, and refuses to be asked for what it does not know. */
const demanded = acrValues.password;

type Name = Extract<DeviationNames['idToken'], 'without-the-demanded-context' | 'of-a-weaker-context'>;

export const demandedContextScenario = (name: Name, { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ idToken: OrHonest<'idToken'> }>({
    proves,
    hands: 'wire',
    listedDeviation: deviationOf('idToken', name),
    honest: { idToken: 'honest' },
    deviation: { idToken: name },
    act: async (world, { idToken }) => {
      await demandContext(world);
      const kit = await idTokenKit(world.realm);
      return underRewriting(world, idTokenRewriter(idToken, kit), () => world.actors.user().signIn());
    },
    expect: [refusedWith(code)],
  });

/** Two factors are demanded from here on, in the identity provider's own words for them. */
export const demandsTwoFactors = (world: World): Promise<void> => demandContext(world, acrValues.twoFactors);

/** By break-glass, as whoever repairs settings would. Throws when it was not saved. */
async function demandContext({ actors }: World, context: string = demanded): Promise<void> {
  const holder = actors.breakGlass();
  await holder.signIn();
  const saved = await holder.saveIdpSettings({ demandedAcr: context });
  if (saved.kind !== 'ok') throw new Error(`the demanded context could not be saved: ${saved.kind}`);
}
