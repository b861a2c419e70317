/** Completes a sign-in: judges what came back from the identity provider, exchanges the code, and signs the person on (I-05 to I-08). */
import type { Answer } from '../../../kernel/answer.ts';
import { sessionCookies } from '../../../kernel/authentication.ts';
import { ageSeconds } from '../../../kernel/expiring.ts';
import type { OidcSettings } from '../../../kernel/idp-settings.ts';
import { demand, Refusal } from '../../../kernel/refusal.ts';
import { handleOf, sameSecret } from '../../../kernel/secret-handle.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { cookies } from '../parts.ts';
import { signOn } from '../sign-on.ts';
import type { Transaction } from './authorization-request.ts';
import type { CallbackFacts } from './callback.ts';
import type { VerifiedIdToken } from './identify.ts';
import { metadataOf, type OidcParts, oidcOnly } from './parts.ts';

/** Spends the transaction whatever comes of it. Throws `Refusal` with a code of `sso.callback`, `sso.code-exchange`, `sso.keys`, `sso.id-token` or `session.hand-over`. */
export async function complete(parts: OidcParts, request: ServiceRequest): Promise<Answer> {
  const transaction = parts.transactions.take(handleOf(request.query.state ?? ''));
  const settings = oidcOnly(parts.settings.current());
  demand(parts.policy.callback, callbackFacts(parts, request, { transaction, settings }));
  if (!transaction || !settings) throw new Refusal('sso.callback.state-unknown', { cites: ['I-05'] });
  const { issuer, subject, email, sid, hint } = await vouchedFor(parts, request, { transaction, settings });
  const identity = { issuer, idpSubject: subject };
  const replaces = request.cookies[sessionCookies.singleSignOn];
  const answer = signOn(parts, { handOver: transaction.handOver, identity, email, sid, replaces });
  parts.hints.keep({ ...identity, ...(sid === undefined ? {} : { sid }) }, hint);
  return answer;
}

/** Of the implicit and hybrid flows, and of answers that are one token. RFC 6749 §4.2.2, JARM §4.1. */
const tokenParameters = ['id_token', 'access_token', 'token_type', 'response'] as const;

function callbackFacts(
  { clock }: OidcParts,
  { query, repeated, cookies: sent }: ServiceRequest,
  { transaction, settings }: { readonly transaction: Transaction | undefined; readonly settings: OidcSettings | undefined },
): CallbackFacts {
  return {
    transactionKnown: transaction !== undefined,
    ageSeconds: ageSeconds(transaction, clock),
    browserMatches: transaction !== undefined && sameSecret(transaction.browser, handleOf(sent[cookies.signIn] ?? '')),
    sameSettings: settings !== undefined && settings.issuer === transaction?.issuer && settings.clientId === transaction.clientId,
    issuerNamed: query.iss === undefined ? 'none' : query.iss === transaction?.issuer ? 'this' : 'another',
    issuerPromised: transaction?.issuerPromised === true,
    parameterRepeated: repeated.length > 0,
    tokenInUrl: tokenParameters.some((name) => query[name] !== undefined),
    codeGiven: (query.code ?? '') !== '',
    errorFromIdp: query.error !== undefined,
  };
}

async function vouchedFor(
  parts: OidcParts,
  { query }: ServiceRequest,
  { transaction, settings }: { readonly transaction: Transaction; readonly settings: OidcSettings },
): Promise<VerifiedIdToken> {
  const metadata = await metadataOf(parts, settings);
  if (!metadata) throw new Refusal('sso.code-exchange.idp-unreachable', { cites: ['C-02'] });
  const callback = new URL(`${parts.loginOrigin}/callback?${new URLSearchParams(query)}`);
  const { nonce, verifier } = transaction;
  return parts.policy.identify({ callback, state: query.state ?? '', nonce, verifier, settings, metadata }, parts, parts.policy);
}
