/** Looks whether a sign-in by OIDC can begin, and sends a person to the identity provider with a request of their own (A-12, I-05). */
import { type Answer, hostCookie, redirectAnswer } from '../../../kernel/answer.ts';
import type { OidcSettings } from '../../../kernel/idp-settings.ts';
import { handleOf } from '../../../kernel/secret-handle.ts';
import { isAway } from '../idp.ts';
import { cookies } from '../parts.ts';
import type { Look } from '../protocol.ts';
import { authorizationRequest } from './authorization-request.ts';
import { transactionLifetimeSeconds } from './callback.ts';
import type { IdpMetadata } from './discovery.ts';
import { keepMetadata, lastKnown, type OidcParts } from './parts.ts';

/** Remembers good metadata, so that a person may go on to a provider that is only away from here. */
export async function look(parts: OidcParts, settings: OidcSettings, anyway: boolean): Promise<Look> {
  const { discovered, metadata } = await parts.discovery.look(settings);
  if (metadata) keepMetadata(parts, settings, metadata);
  const usable = metadata ?? (anyway && isAway(discovered) ? lastKnown(parts, settings) : undefined);
  if (usable === undefined) return { discovered };
  return { discovered, send: (handOver) => sendToIdp(parts, { handOver, settings, metadata: usable }) };
}

function sendToIdp(
  { random, loginOrigin, clock, transactions }: OidcParts,
  attempt: { readonly handOver: string; readonly settings: OidcSettings; readonly metadata: IdpMetadata },
): Answer {
  const { url, state, browser, transaction } = authorizationRequest({
    ...attempt,
    random,
    redirectUri: `${loginOrigin}/callback`,
    nowMs: clock.now(),
  });
  transactions.put(handleOf(state), transaction);
  return redirectAnswer(url.href, {
    cookies: [hostCookie(cookies.signIn, browser, { maxAgeSeconds: transactionLifetimeSeconds, sameSite: 'Lax' })],
    facts: { idp: url.hostname },
  });
}
