/** What the certified library's errors are called here, and in which order they refuse. The one place where they are given our codes. OIDC Core 1.0 §3.1.3.7, RFC 6749 §5.2. */
import * as openid from 'openid-client';
import { OutboundFailure } from '../../../kernel/ports.ts';
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';
import { UnexpectedClaim } from './id-token.ts';

/** What the library said, in our words. */
export type LibraryVerdict =
  | 'accepted'
  | 'client-rejected'
  | 'code-rejected'
  | 'request-rejected'
  | 'issuer-other'
  | 'audience-other'
  | 'nonce-other'
  | 'azp-other'
  | 'access-token-other'
  | 'time-outside'
  | 'algorithm-other'
  | 'key-unknown'
  | 'signature-wrong'
  | 'response-malformed'
  | 'idp-unreachable'
  | 'unexpected';
export type ExchangeFacts = { readonly library: LibraryVerdict };

export const exchangeRules = [
  { code: 'sso.code-exchange.client-rejected', cites: ['C-03', 'RFC 6749 §5.2'], holds: (f) => f.library !== 'client-rejected' },
  { code: 'sso.code-exchange.code-rejected', cites: ['RFC 6749 §5.2'], holds: (f) => f.library !== 'code-rejected' },
  { code: 'sso.code-exchange.request-rejected', cites: ['RFC 6749 §5.2'], holds: (f) => f.library !== 'request-rejected' },
  { code: 'sso.code-exchange.idp-unreachable', cites: ['C-02'], holds: (f) => f.library !== 'idp-unreachable' },
  { code: 'sso.code-exchange.response-malformed', cites: ['RFC 6749 §5.1'], holds: (f) => f.library !== 'response-malformed' },
  { code: 'sso.id-token.issuer-other', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7'], holds: (f) => f.library !== 'issuer-other' },
  { code: 'sso.id-token.audience-other', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7'], holds: (f) => f.library !== 'audience-other' },
  { code: 'sso.id-token.nonce-other', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7'], holds: (f) => f.library !== 'nonce-other' },
  { code: 'sso.id-token.azp-other', cites: ['S11', 'OIDC Core 1.0 §3.1.3.7'], holds: (f) => f.library !== 'azp-other' },
  { code: 'sso.id-token.access-token-other', cites: ['S11', 'OIDC Core 1.0 §3.1.3.6'], holds: (f) => f.library !== 'access-token-other' },
  { code: 'sso.id-token.time-outside', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.7'], holds: (f) => f.library !== 'time-outside' },
  { code: 'sso.id-token.algorithm-other', cites: ['I-07', 'RFC 8725 §3.1'], holds: (f) => f.library !== 'algorithm-other' },
  { code: 'sso.id-token.key-unknown', cites: ['I-07', 'RFC 7515 §4.1.4'], holds: (f) => f.library !== 'key-unknown' },
  { code: 'sso.id-token.signature-wrong', cites: ['I-07', 'RFC 7515 §5.2'], holds: (f) => f.library !== 'signature-wrong' },
  { code: 'sso.code-exchange.unexpected', cites: ['I-07'], holds: (f) => f.library === 'accepted' },
] as const satisfies RuleTable<ExchangeFacts>;
export type ExchangeRefusal = CodeOf<typeof exchangeRules>;

const claimVerdicts: Readonly<Record<string, LibraryVerdict>> = {
  iss: 'issuer-other',
  aud: 'audience-other',
  nonce: 'nonce-other',
  azp: 'azp-other',
  at_hash: 'access-token-other',
  exp: 'time-outside',
  iat: 'time-outside',
  nbf: 'time-outside',
};
const codeVerdicts: Readonly<Record<string, LibraryVerdict>> = {
  OAUTH_KEY_SELECTION_FAILED: 'key-unknown',
  OAUTH_INVALID_RESPONSE: 'response-malformed',
  OAUTH_PARSE_ERROR: 'response-malformed',
  OAUTH_RESPONSE_IS_NOT_JSON: 'response-malformed',
  OAUTH_UNSUPPORTED_OPERATION: 'response-malformed',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'idp-unreachable',
  OAUTH_TIMEOUT: 'idp-unreachable',
};
const bodyVerdicts: Readonly<Record<string, LibraryVerdict>> = {
  invalid_client: 'client-rejected',
  unauthorized_client: 'client-rejected',
  invalid_grant: 'code-rejected',
};

/** Which error of openid-client stands for which verdict. An error that is not listed is `unexpected`, and no scenario may expect that. */
export function verdictOf(error: unknown): LibraryVerdict {
  // RFC 6749 §5.2: a client that authenticated by header and was refused gets 401 with a challenge.
  if (error instanceof openid.WWWAuthenticateChallengeError) return error.status === 401 ? 'client-rejected' : 'request-rejected';
  if (error instanceof openid.ResponseBodyError) return bodyVerdicts[error.error] ?? 'request-rejected';
  const chain = causes(error);
  if (chain.some((cause) => cause instanceof OutboundFailure)) return 'idp-unreachable';
  const claim = chain.map((cause) => (cause instanceof UnexpectedClaim ? cause.claim : textIn(cause, 'claim'))).find(Boolean);
  if (claim !== undefined) return claimVerdicts[claim] ?? 'unexpected';
  // The library's own words for these two are one code with malformed answers; what it hands over with them tells them apart.
  if (chain.some((cause) => has(cause, 'signature') && has(cause, 'algorithm'))) return 'signature-wrong';
  if (chain.some((cause) => textIn(cause, 'alg') !== undefined || (has(cause, 'header') && has(cause, 'expected'))))
    return 'algorithm-other';
  // A key that the platform's cryptography cannot read.
  if (chain.some((cause) => cause instanceof DOMException && cause.name === 'DataError')) return 'key-unknown';
  const code = chain.map((cause) => textIn(cause, 'code')).find(Boolean);
  return codeVerdicts[code ?? ''] ?? 'unexpected';
}

const has = (value: unknown, name: string): value is object => typeof value === 'object' && value !== null && name in value;
function textIn(value: unknown, name: string): string | undefined {
  const found: unknown = has(value, name) ? Reflect.get(value, name) : undefined;
  return typeof found === 'string' ? found : undefined;
}

function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  for (
    let next: unknown = error;
    next !== undefined && chain.length < 8;
    next = has(next, 'cause') ? Reflect.get(next, 'cause') : undefined
  )
    chain.push(next);
  return chain;
}
