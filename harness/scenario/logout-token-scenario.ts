/** Maker of the scenarios about logout tokens: anybody may post one, its honest twin ends the session of whom it is about, and one that departs ends nothing. */
import { type DeviationNames, deviationOf, logoutTokenOf, type OrHonest } from '../deviations/index.ts';
import type { Outcome } from '../verdict/results.ts';
import type { DeviationClaim } from './deviation-scenarios.ts';
import { refusedWith } from './expectations.ts';
import { type HeldSession, heldSession } from './held-session.ts';
import { scenario, type World } from './scenario.ts';

export const logoutTokenScenario = (name: DeviationNames['logoutToken'], { proves, refusedWith: code }: DeviationClaim) =>
  scenario<{ logoutToken: OrHonest<'logoutToken'> }, HeldSession>({
    proves,
    hands: 'wire',
    listedDeviation: deviationOf('logoutToken', name),
    honest: { logoutToken: 'honest' },
    deviation: { logoutToken: name },
    given: heldSession,
    act: async (world, { logoutToken }, held) => {
      const answered = await postLogoutToken(world, await logoutTokenFor(world, logoutToken));
      return logoutToken === 'honest' ? taken(answered, await held.use()) : withoutEffect(answered, await held.use());
    },
    expect: [refusedWith(code)],
  });

const otherwise = (detail: string): Outcome => ({ kind: 'fault', symptom: 'other', detail });

/** Who says yes to a logout has ended what it is about. */
const taken = (answered: Outcome, after: Outcome): Outcome =>
  answered.kind !== 'ok' || (after.kind === 'refused' && after.code === 'session.host.ended-by-idp')
    ? answered
    : otherwise(`the logout was taken, and the session that it is about goes on: ${after.kind}`);
/** Who says no has ended nothing. */
const withoutEffect = (answered: Outcome, after: Outcome): Outcome =>
  answered.kind !== 'refused' || after.kind === 'ok' ? answered : otherwise('the logout was refused, and the session is over all the same');

/** As the target's clock has it. */
export const logoutTokenFor = (
  { realm, target }: World,
  name: OrHonest<'logoutToken'>,
  about?: { readonly sid: string } | { readonly subject: string },
): Promise<string> => logoutTokenOf(realm, name, { nowMs: target.clock?.now(), ...(about ? { about } : {}) });

/** From a page of the identity provider, which is all that an outsider's browser can do. */
export const postLogoutToken = ({ actors, realm }: World, token: string): Promise<Outcome> =>
  actors.visitor().postFrom(realm.issuer, { host: 'login', path: '/backchannel-logout', form: { logout_token: token } });
