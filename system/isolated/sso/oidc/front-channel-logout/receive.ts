/** Ends the sessions that came from a session of the identity provider, because its page, in the browser of whom it concerns, says that it has ended. OIDC Front-Channel Logout 1.0 §2. */
import type { Answer } from '../../../../kernel/answer.ts';
import { demand, Refusal } from '../../../../kernel/refusal.ts';
import type { ServiceRequest } from '../../../../kernel/service.ts';
import { endedFacts } from '../../ended-facts.ts';
import { endedByIdpPage } from '../../pages.ts';
import { isText, named } from '../claim-facts.ts';
import { type OidcParts, oidcOnly } from '../parts.ts';

/** Says the same whether or not there was a session. Throws `Refusal` with a code of `sso.front-channel-logout`. */
export async function frontChannelLogout({ settings, sessions, policy }: OidcParts, { query, repeated }: ServiceRequest): Promise<Answer> {
  const { iss, sid } = query;
  const issuer = oidcOnly(settings.current())?.issuer;
  demand(policy.frontChannelLogout, {
    parameterRepeated: repeated.length > 0,
    issuer: named(iss, issuer ?? ''),
    sidGiven: isText(sid),
  });
  if (issuer === undefined || sid === undefined) throw new Refusal('sso.front-channel-logout.issuer-other', { cites: ['S8'] });
  const facts = endedFacts(sessions.meantByIdp({ issuer, sid }));
  return { ...endedByIdpPage(new URL(issuer).origin), facts, effect: () => void sessions.endByIdpSession({ issuer, sid }) };
}
