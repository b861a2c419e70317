/** Receives back-channel logouts: judges the token, and ends the sessions that came from the session it names. OIDC Back-Channel Logout 1.0 §2.5 to §2.8. */
import { type Answer, emptyAnswer, jsonAnswer } from '../../../../kernel/answer.ts';
import type { OidcSettings } from '../../../../kernel/idp-settings.ts';
import { demand, Refusal } from '../../../../kernel/refusal.ts';
import { handleOf } from '../../../../kernel/secret-handle.ts';
import type { ServiceRequest } from '../../../../kernel/service.ts';
import { endedFacts } from '../../ended-facts.ts';
import { isText } from '../claim-facts.ts';
import { readCompactJws } from '../compact-jws.ts';
import { findKey, keyIdOf, signatureIsRight } from '../keys/token-key.ts';
import { metadataOf, type OidcParts, oidcOnly } from '../parts.ts';
import { logoutTokenFacts } from './gather.ts';

/** 200 when it was the identity provider, whether or not there was a session to end. Throws `Refusal` with a code of `sso.logout-token` or `sso.keys`. */
export async function backChannelLogout(parts: OidcParts, { form }: ServiceRequest): Promise<Answer> {
  const { policy, clock, usedLogoutTokens: used } = parts;
  const settings = oidcOnly(parts.settings.current());
  if (!settings) throw new Refusal('sso.logout-token.issuer-other', { cites: ['I-08'] });

  const jws = readCompactJws(form.logout_token ?? '');
  // For what is no token nobody is asked anything.
  const { outcome, keys } = jws.form === 'signed' ? await publishedKeys(parts, settings, keyIdOf(jws)) : nothingAsked;
  demand(policy.keySet, { keySet: outcome });
  const { facts: key, jwk } = findKey(jws, keys, settings);
  const signatureRight = await signatureIsRight(jws, jwk, settings.idTokenAlgorithm);

  const { jti, sid, sub } = jws.claims;
  const handle = handleOf(JSON.stringify([settings.issuer, jti]));
  const judged = { settings, key, signatureRight, usedBefore: used.get(handle) !== undefined, nowSeconds: clock.now() / 1000 };
  demand(policy.logoutToken, logoutTokenFacts(jws, judged));
  used.put(handle, { startedAtMs: clock.now() });
  const ended = { issuer: settings.issuer, sid: textOrNothing(sid), idpSubject: textOrNothing(sub) };
  return emptyAnswer(200, {
    facts: {
      by: [isText(sid) ? 'sid' : '', isText(sub) ? 'sub' : ''].filter(Boolean).join(' '),
      ...endedFacts(parts.sessions.meantByIdp(ended)),
    },
    effect: () => void parts.sessions.endByIdpSession(ended),
  });
}

/** The same for everybody. OIDC Back-Channel Logout 1.0 §2.8. */
export const refusedBackChannel = (): Answer => jsonAnswer({ error: 'invalid_request' }, { status: 400 });

const nothingAsked = { outcome: 'good', keys: [] } as const;
const textOrNothing = (value: unknown): string | undefined => (isText(value) ? value : undefined);

/** Anybody may post to us: nobody makes us ask the identity provider without end. */
async function publishedKeys(parts: OidcParts, settings: OidcSettings, kid: string | undefined) {
  const metadata = await metadataOf(parts, settings);
  if (!metadata) return { outcome: 'unreachable', keys: [] } as const;
  return parts.keys.look(new URL(metadata.jwks_uri), { kid, by: 'logout' });
}
