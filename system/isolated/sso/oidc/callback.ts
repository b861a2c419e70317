/** Judges what comes back from the identity provider before any code is exchanged. Threats: a response to a request that this browser never made, mix-up, replay (I-05, RFC 9700 §4.4, §4.7). */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export const transactionLifetimeSeconds = 600;

export type CallbackFacts = {
  readonly transactionKnown: boolean;
  readonly ageSeconds: number;
  readonly browserMatches: boolean;
  /** The settings still name the identity provider, and us, as when the person was sent away. */
  readonly sameSettings: boolean;
  /** What the `iss` parameter of the answer says (RFC 9207). */
  readonly issuerNamed: 'this' | 'another' | 'none';
  /** The identity provider's metadata promised that parameter when the person was sent away. */
  readonly issuerPromised: boolean;
  /** Some parameter comes more than once, so that two readers may read two answers. */
  readonly parameterRepeated: boolean;
  /** Tokens, or a whole answer as a token, in the address: nothing that we asked for. */
  readonly tokenInUrl: boolean;
  readonly codeGiven: boolean;
  /** The identity provider answered with an error instead of a code. */
  readonly errorFromIdp: boolean;
};

export const callbackRules = [
  { code: 'sso.callback.parameter-repeated', cites: ['I-07', 'RFC 6749 §3.1'], holds: (f) => !f.parameterRepeated },
  { code: 'sso.callback.state-unknown', cites: ['I-05', 'RFC 6749 §10.12'], holds: (f) => f.transactionKnown },
  {
    code: 'sso.callback.too-late',
    cites: ['I-05'],
    holds: (f) => f.ageSeconds < transactionLifetimeSeconds,
    reads: { transactionLifetimeSeconds },
  },
  { code: 'sso.callback.of-another-browser', cites: ['I-05', 'RFC 9700 §4.7'], holds: (f) => f.browserMatches },
  { code: 'sso.callback.settings-changed', cites: ['C-04', 'RFC 9700 §4.4'], holds: (f) => f.sameSettings },
  { code: 'sso.callback.issuer-other', cites: ['S11', 'RFC 9207 §2.4'], holds: (f) => f.issuerNamed !== 'another' },
  { code: 'sso.callback.issuer-missing', cites: ['S11', 'RFC 9207 §2.4'], holds: (f) => f.issuerNamed !== 'none' || !f.issuerPromised },
  { code: 'sso.callback.token-in-url', cites: ['S11', 'RFC 9700 §2.1.2'], holds: (f) => !f.tokenInUrl },
  { code: 'sso.callback.code-and-error', cites: ['I-07', 'RFC 6749 §4.1.2'], holds: (f) => !f.codeGiven || !f.errorFromIdp },
  { code: 'sso.callback.refused-by-idp', cites: ['OIDC Core 1.0 §3.1.2.6'], holds: (f) => !f.errorFromIdp },
  { code: 'sso.callback.code-missing', cites: ['OIDC Core 1.0 §3.1.2.5'], holds: (f) => f.codeGiven },
] as const satisfies RuleTable<CallbackFacts>;
export type CallbackRefusal = CodeOf<typeof callbackRules>;
