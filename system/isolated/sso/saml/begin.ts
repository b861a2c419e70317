/** Looks whether a sign-in by SAML can begin, and sends a person to the identity provider with a request that is bound to their browser (A-12, I-05, S8). */
import { type Answer, hostCookie, pageAnswer, redirectAnswer } from '../../../kernel/answer.ts';
import type { SamlSettings } from '../../../kernel/idp-settings.ts';
import { handleOf, newSecret } from '../../../kernel/secret-handle.ts';
import { isAway } from '../idp.ts';
import type { Look } from '../protocol.ts';
import { authnRequest } from './message/authn-request.ts';
import { inForm, inRedirect, type Outgoing } from './message/bindings.ts';
import { newMessageId } from './message/own.ts';
import type { SamlKeys } from './own-keys/stored.ts';
import { onwardPage } from './pages.ts';
import { keepSeen, lastSeen, requestCookie, type SamlParts } from './parts.ts';
import { requestLifetimeSeconds } from './saml-response/rules/attempt.ts';

/** Remembers what was good, so that a person may go on to a provider that is only away from here. */
export async function look(parts: SamlParts, settings: SamlSettings, anyway: boolean): Promise<Look> {
  const keys = parts.keys();
  if (!keys) return { discovered: 'not-configured' };
  const { discovered, certificatePems } = await parts.eye.look(settings);
  if (discovered === 'good') keepSeen(parts, settings, { certificatePems });
  const usable = discovered === 'good' || (anyway && isAway(discovered) && knownBefore(parts, settings));
  return usable ? { discovered, send: (handOver) => sendToIdp(parts, { settings, keys, handOver }) } : { discovered };
}

/** It was good before, and where it is has not left the allowlist since. */
export const knownBefore = (parts: SamlParts, settings: SamlSettings): boolean =>
  lastSeen(parts, settings) !== undefined && parts.allows(new URL(settings.ssoUrl));

type Attempt = { readonly settings: SamlSettings; readonly keys: SamlKeys; readonly handOver: string };
function sendToIdp(parts: SamlParts, { settings, keys, handOver }: Attempt): Answer {
  const { random, clock, own, transactions } = parts;
  const id = newMessageId(random);
  const relayState = newSecret(random);
  const startedAtMs = clock.now();
  transactions.put(handleOf(id), { handOver, relayState: handleOf(relayState), idpEntityId: settings.entityId, startedAtMs });
  const heading = { id, nowMs: startedAtMs, destination: settings.ssoUrl, entityId: own.entityId };
  const outgoing: Outgoing = { to: settings.ssoUrl, as: 'SAMLRequest', text: authnRequest(heading, settings, own.acsUrl), relayState };
  const extras = {
    cookies: [hostCookie(requestCookie, id, { maxAgeSeconds: requestLifetimeSeconds, sameSite: 'None' })],
    facts: { idp: new URL(settings.ssoUrl).hostname },
  };
  if (settings.profile.requestBinding === 'redirect') return redirectAnswer(inRedirect(outgoing, keys.signing).href, extras);
  return pageAnswer(onwardPage(settings.ssoUrl, inForm(outgoing, id, keys.signing)), extras);
}
