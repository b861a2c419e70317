/** Maker of the scenarios about logout tokens: anybody may post one, and its honest twin, signed by the realm's own key, is taken. */
import { type DeviationNames, departureOf, logoutTokenOf, type OrHonest } from '../deviations/index.ts';
import type { Outcome } from '../verdict/results.ts';
import type { DeviationClaim } from './deviation-scenarios.ts';
import { refusedWith } from './expectations.ts';
import { scenario, type World } from './scenario.ts';

export const logoutTokenScenario = (name: DeviationNames['logoutToken'], { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ logoutToken: OrHonest<'logoutToken'> }>({
    proves,
    hands: 'wire',
    departure: departureOf('logoutToken', name),
    honest: { logoutToken: 'honest' },
    deviation: { logoutToken: name },
    act: async (world, { logoutToken }) => postLogoutToken(world, await logoutTokenFor(world, logoutToken)),
    expect: [refusedWith(code)],
  });

/** As the target's clock has it. */
export const logoutTokenFor = ({ realm, target }: World, name: OrHonest<'logoutToken'>): Promise<string> =>
  logoutTokenOf(realm, name, target.clock?.now());

/** From a page of the identity provider, which is all that an outsider's browser can do. */
export const postLogoutToken = ({ actors, realm }: World, token: string): Promise<Outcome> =>
  actors.visitor().postFrom(realm.issuer, { host: 'login', path: '/backchannel-logout', form: { logout_token: token } });
