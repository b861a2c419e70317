/** Maker of the scenarios about a demanded authentication context: it is set on AdminHub, and the ID token of the next sign-in names it or departs. */
import { type DeviationNames, departureOf, idTokenKit, idTokenRewriter, type OrHonest, underRewriting } from '../deviations/index.ts';
import type { DeviationClaim } from './deviation-scenarios.ts';
import { refusedWith } from './expectations.ts';
import { scenario, type World } from './scenario.ts';

/** No identity provider here knows it: what an ID token says of it is what the harness signed. */
const demanded = 'urn:tempered:with-a-hardware-key';

type Name = Extract<DeviationNames['idToken'], 'without-the-demanded-context' | 'of-a-weaker-context'>;

export const demandedContextScenario = (name: Name, { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ idToken: OrHonest<'idToken'> }>({
    proves,
    hands: 'wire',
    departure: departureOf('idToken', name),
    honest: { idToken: 'honest' },
    deviation: { idToken: name },
    act: async (world, { idToken }) => {
      await demandContext(world);
      const kit = await idTokenKit(world.realm);
      const rewriter = idTokenRewriter(idToken, kit, ({ header, claims }) => ({ header, claims: { ...claims, acr: demanded } }));
      return underRewriting(world, rewriter, () => world.actors.user().signIn());
    },
    expect: [refusedWith(code)],
  });

/** By break-glass, as whoever repairs settings would. Throws when it was not saved. */
async function demandContext({ actors }: World): Promise<void> {
  const holder = actors.breakGlass();
  await holder.signIn();
  const saved = await holder.saveIdpSettings({ demandedAcr: demanded });
  if (saved.kind !== 'ok') throw new Error(`the demanded context could not be saved: ${saved.kind}`);
}
