/** Completes a sign-in: judges what came back from the identity provider, exchanges the code, and signs the person on (I-05 to I-08). */
import { type Answer, hostCookie } from '../../kernel/answer.ts';
import { sessionCookies } from '../../kernel/authentication.ts';
import type { IdpSettings } from '../../kernel/idp-settings.ts';
import { demand, Refusal } from '../../kernel/refusal.ts';
import { handleOf, sameSecret } from '../../kernel/secret-handle.ts';
import type { ServiceRequest } from '../../kernel/service.ts';
import type { Transaction } from './authorization-request.ts';
import type { CallbackFacts } from './callback.ts';
import { configurationFor, type VerifiedIdToken, verifiedIdToken } from './code-exchange.ts';
import { handOver } from './hand-over.ts';
import { cookies, lastKnown, type Parts } from './parts.ts';

/** Spends the transaction whatever comes of it. Throws `Refusal` with a code of `sso.callback`, `sso.code-exchange` or `session.hand-over`. */
export async function complete(parts: Parts, request: ServiceRequest): Promise<Answer> {
  const transaction = parts.transactions.take(handleOf(request.query.state ?? ''));
  const settings = parts.settings.current();
  demand(parts.policy.callback, callbackFacts(parts, request, { transaction, settings }));
  if (!transaction || !settings) throw new Refusal('sso.callback.state-unknown', { cites: ['I-05'] });
  const token = await exchanged(parts, request, { transaction, settings });
  const host = parts.sessions.handOverHost(transaction.handOver);
  if (host === undefined) throw new Refusal('session.hand-over.state-unknown', { cites: ['I-05'] });
  const subject = parts.subjectOf({ issuer: token.issuer, idpSubject: token.subject });
  const signOn = parts.sessions.startSignOn(subject);
  return handOver(parts, { state: transaction.handOver, host, signOn, subject }, [
    hostCookie(sessionCookies.singleSignOn, signOn, { maxAgeSeconds: parts.sessions.absoluteSeconds, sameSite: 'Lax' }),
    hostCookie(cookies.signIn, '', { maxAgeSeconds: 0, sameSite: 'Lax' }),
  ]);
}

function callbackFacts(
  { clock }: Parts,
  { query, cookies: sent }: ServiceRequest,
  { transaction, settings }: { readonly transaction: Transaction | undefined; readonly settings: IdpSettings | undefined },
): CallbackFacts {
  return {
    transactionKnown: transaction !== undefined,
    ageSeconds: transaction === undefined ? Number.POSITIVE_INFINITY : (clock.now() - transaction.startedAtMs) / 1000,
    browserMatches: transaction !== undefined && sameSecret(transaction.browser, handleOf(sent[cookies.signIn] ?? '')),
    sameIssuer: settings !== undefined && settings.issuer === transaction?.issuer,
    issuerNamed: query.iss === undefined ? 'none' : query.iss === transaction?.issuer ? 'this' : 'another',
    issuerPromised: transaction?.issuerPromised === true,
    errorFromIdp: query.error !== undefined,
  };
}

async function exchanged(
  parts: Parts,
  { query }: ServiceRequest,
  { transaction, settings }: { readonly transaction: Transaction; readonly settings: IdpSettings },
): Promise<VerifiedIdToken> {
  const metadata = (await parts.discovery.look(settings)).metadata ?? lastKnown(parts, settings);
  if (!metadata) throw new Refusal('sso.code-exchange.idp-unreachable', { cites: ['C-02'] });
  const { exchangeCode, exchange } = parts.policy;
  const url = new URL(`${parts.loginOrigin}/callback?${new URLSearchParams(query)}`);
  const expected = { ...transaction, state: query.state ?? '', nowMs: parts.clock.now() };
  return verifiedIdToken(exchangeCode(url, expected, configurationFor(settings, metadata, parts)), exchange);
}
