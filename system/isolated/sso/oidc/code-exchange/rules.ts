/** Judges what the token endpoint answered, before anything in it is believed (I-07, C-02, C-03). RFC 6749 §5.1 and §5.2, OIDC Core 1.0 §3.1.3.3. Threat: an answer of somebody else, or none at all, that is taken for tokens. */
import type { OutboundFailureKind } from '../../../../kernel/ports.ts';
import type { CodeOf, RuleTable } from '../../../../kernel/rule.ts';

export type ExchangeFacts = {
  /** Whether the question was asked at all; the library may refuse to. */
  readonly asked: boolean;
  /** Why there is no answer; `none` when there is one. */
  readonly failure: OutboundFailureKind | 'none';
  /** 0 when there is no answer. */
  readonly status: number;
  /** The `error` of the answer; empty when there is none. RFC 6749 §5.2. */
  readonly error: string;
  readonly contentIsJson: boolean;
  /** One JSON object, with an access token in it, and no member twice. */
  readonly wellFormed: boolean;
  readonly bearer: boolean;
  readonly idTokenGiven: boolean;
};

export const exchangeRules = [
  { code: 'sso.code-exchange.library-refused', cites: ['I-07', 'S9'], holds: (f) => f.asked },
  { code: 'sso.code-exchange.too-large', cites: ['C-03', 'S18'], holds: (f) => f.failure !== 'answer-too-large' },
  {
    code: 'sso.code-exchange.idp-unreachable',
    cites: ['C-02'],
    holds: (f) => (f.failure === 'none' || f.failure === 'answer-too-large') && !(f.status >= 500 && f.status <= 599),
  },
  { code: 'sso.code-exchange.redirected', cites: ['S18', 'RFC 9110 §15.4'], holds: (f) => f.status < 300 || f.status > 399 },
  {
    code: 'sso.code-exchange.client-rejected',
    cites: ['C-03', 'RFC 6749 §5.2'],
    holds: (f) => f.status !== 401 && f.error !== 'invalid_client' && f.error !== 'unauthorized_client',
  },
  { code: 'sso.code-exchange.code-rejected', cites: ['RFC 6749 §5.2'], holds: (f) => f.error !== 'invalid_grant' },
  { code: 'sso.code-exchange.request-rejected', cites: ['RFC 6749 §5.2'], holds: (f) => f.status < 400 || f.status > 499 },
  { code: 'sso.code-exchange.content-type-other', cites: ['C-03', 'RFC 6749 §5.1'], holds: (f) => f.contentIsJson },
  { code: 'sso.code-exchange.response-malformed', cites: ['RFC 6749 §5.1'], holds: (f) => f.status === 200 && f.wellFormed },
  { code: 'sso.code-exchange.token-type-other', cites: ['RFC 6749 §7.1', 'OIDC Core 1.0 §3.1.3.3'], holds: (f) => f.bearer },
  { code: 'sso.code-exchange.id-token-missing', cites: ['I-07', 'OIDC Core 1.0 §3.1.3.3'], holds: (f) => f.idTokenGiven },
] as const satisfies RuleTable<ExchangeFacts>;
export type ExchangeRefusal = CodeOf<typeof exchangeRules>;
