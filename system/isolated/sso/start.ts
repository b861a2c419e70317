/** Begins a sign-in: a person who is signed on goes straight back, anybody else to the identity provider, and to a page of ours while it is away (A-12, I-04). */
import { type Answer, hostCookie, redirectAnswer } from '../../kernel/answer.ts';
import { sessionCookies } from '../../kernel/authentication.ts';
import { demand, Refusal } from '../../kernel/refusal.ts';
import { handleOf } from '../../kernel/secret-handle.ts';
import type { ServiceRequest } from '../../kernel/service.ts';
import { authorizationRequest } from './authorization-request.ts';
import { transactionLifetimeSeconds } from './callback.ts';
import type { IdpMetadata } from './discovery.ts';
import { handOver } from './hand-over.ts';
import type { Discovered } from './idp.ts';
import { idpAwayPage, startAgainPage } from './pages.ts';
import { cookies, keepMetadata, lastKnown, type Parts } from './parts.ts';

/** Not reachable from here, though it may be for people. What answered as somebody else, or points elsewhere, is not "away". */
const notAway: ReadonlySet<unknown> = new Set<Discovered>(['good', 'not-configured', 'issuer-other', 'endpoint-not-allowed']);
const isAway = (discovered: unknown): boolean => !notAway.has(discovered);

/** Throws `Refusal` with `session.hand-over.state-unknown`, or with a code of `sso.idp`. */
export async function start(parts: Parts, request: ServiceRequest): Promise<Answer> {
  const { state = '', anyway } = request.query;
  const host = parts.sessions.handOverHost(state);
  if (host === undefined) throw new Refusal('session.hand-over.state-unknown', { cites: ['I-05'] });
  const signOn = request.cookies[sessionCookies.singleSignOn];
  const subject = parts.sessions.signedOn(signOn);
  if (subject !== undefined && signOn !== undefined) return handOver(parts, { state, host, signOn, subject });
  const settings = parts.settings.current();
  const { discovered, metadata } = await parts.discovery.look(settings);
  if (metadata && settings) keepMetadata(parts, settings, metadata);
  const usable = metadata ?? (anyway === '1' && isAway(discovered) ? lastKnown(parts, settings) : undefined);
  if (usable === undefined || settings === undefined) {
    demand(parts.policy.availability, { discovered }, { discovered });
    throw new Refusal('sso.idp.unexpected', { cites: ['A-12'] });
  }
  return sendToIdp(parts, { handOver: state, clientId: settings.clientId, metadata: usable });
}

function sendToIdp(
  { random, loginOrigin, clock, transactions }: Parts,
  attempt: { readonly handOver: string; readonly clientId: string; readonly metadata: IdpMetadata },
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

/** Who knows where the identity provider was may go on to it; everybody may try again. */
export function refusedStart(parts: Parts, refusal: Refusal, request: ServiceRequest): Answer {
  if (!refusal.code.startsWith('sso.idp.')) return startAgainPage();
  const here = `/start?${new URLSearchParams({ state: request.query.state ?? '' })}`;
  const mayGoOn = isAway(refusal.facts.discovered) && lastKnown(parts, parts.settings.current()) !== undefined;
  return idpAwayPage(here, mayGoOn ? `${here}&anyway=1` : undefined);
}
