/** Learns from the identity provider whom it vouches for: exchanges the code, judges the answer, the keys and the ID token by our own tables, and hears the library's opinion (I-06, I-07). */
import type { SafeFacts } from '../../../kernel/refusal.ts';
import { demand } from '../../../kernel/refusal.ts';
import type { RuleTable } from '../../../kernel/rule.ts';
import { shown } from '../shown.ts';
import type { Attempt, ExchangeCode, Exchanged, ExchangePorts } from './code-exchange/exchange.ts';
import type { ExchangeFacts } from './code-exchange/rules.ts';
import { readTokenAnswer } from './code-exchange/token-answer.ts';
import { type CompactJws, readCompactJws } from './compact-jws.ts';
import type { IdTokenFacts } from './id-token/facts.ts';
import { idTokenFacts } from './id-token/gather.ts';
import type { KeySetFacts } from './keys/rules.ts';
import { findKey, keyIdOf, signatureIsRight } from './keys/token-key.ts';

declare const verified: unique symbol;
/** Proof that the answer, the keys and every rule of the ID token were judged, and that the library does not disagree. */
export type VerifiedIdToken = {
  readonly issuer: string;
  readonly subject: string;
  /** As the identity provider gives it, believed for its domain only. OIDC Core 1.0 §5.1. */
  readonly email: string | undefined;
  /** Of the session at the identity provider. OIDC Back-Channel Logout 1.0 §2.1. */
  readonly sid: string | undefined;
  /** The token itself: the identity provider is shown it again when the person signs out. OIDC RP-Initiated Logout 1.0 §2. */
  readonly hint: string;
  readonly [verified]: true;
};

export type IdentifyPolicy = {
  readonly exchange: RuleTable<ExchangeFacts>;
  readonly keySet: RuleTable<KeySetFacts>;
  readonly idToken: RuleTable<IdTokenFacts>;
  readonly exchangeCode: ExchangeCode;
};
export type Identify = (attempt: Attempt, ports: ExchangePorts, policy: IdentifyPolicy) => Promise<VerifiedIdToken>;

/** The released one. Throws `Refusal` with a code of `sso.code-exchange`, `sso.keys` or `sso.id-token`. */
export const identify: Identify = async (attempt, ports, policy) => {
  const { settings, metadata, nonce } = attempt;
  const { answer, library } = await policy.exchangeCode(attempt, ports);
  const { facts, idToken, accessToken } = readTokenAnswer(answer);
  demand(policy.exchange, facts, { status: facts.status, error: shown(facts.error), failure: facts.failure });

  const jws = readCompactJws(idToken);
  const { outcome, keys } = await ports.keys.look(new URL(metadata.jwks_uri), { kid: keyIdOf(jws), by: 'sign-in' });
  demand(policy.keySet, { keySet: outcome });

  const { facts: key, jwk } = findKey(jws, keys, settings);
  const signatureRight = await signatureIsRight(jws, jwk, settings.idTokenAlgorithm);
  const nowSeconds = ports.clock.now() / 1000;
  const surroundings = { settings, nonce, accessToken, key, signatureRight, nowSeconds, library: library.opinion };
  demand(policy.idToken, idTokenFacts(jws, surroundings), received(jws, { nowSeconds, library }));
  const { iss, sub, sid, email } = jws.claims;
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return { issuer: String(iss), subject: String(sub), email: text(email), sid: text(sid), hint: idToken } as VerifiedIdToken;
};

/** For whoever has to repair the settings: what came, without whom it was about, and bounded, because it is not believed. */
function received(
  { header, claims }: CompactJws,
  { nowSeconds, library }: { nowSeconds: number; library: Exchanged['library'] },
): SafeFacts {
  const { iss, aud, azp, acr, exp, iat } = claims;
  const said = { alg: header.alg, typ: header.typ, kid: header.kid, iss, aud: Array.isArray(aud) ? aud.join(' ') : aud, azp, acr };
  const age = (value: unknown): number | undefined => (typeof value === 'number' ? Math.round(value - nowSeconds) : undefined);
  const facts = {
    ...Object.fromEntries(Object.entries(said).map(([name, value]) => [name, shown(value)])),
    expiresInSeconds: age(exp),
    issuedInSeconds: age(iat),
    library: library.opinion === 'accepted' ? undefined : codeOf(library.cause),
  };
  return Object.fromEntries(Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'refused';
