/** Judges a front-channel logout: the identity provider's page has the browser open an address of ours in a frame. OIDC Front-Channel Logout 1.0 §2. By `iss` and `sid` only, never by cookie (S8). Threat: anybody's page can open it, so it must name what nobody can guess. */
import type { CodeOf, RuleTable } from '../../../../kernel/rule.ts';
import type { Named } from '../id-token/facts.ts';

export type FrontChannelFacts = {
  readonly parameterRepeated: boolean;
  /** `other`, too, while single sign-on does not go by OIDC. */
  readonly issuer: Named;
  readonly sidGiven: boolean;
};

export const frontChannelRules = [
  { code: 'sso.front-channel-logout.parameter-repeated', cites: ['I-08', 'RFC 6749 §3.1'], holds: (f) => !f.parameterRepeated },
  { code: 'sso.front-channel-logout.issuer-missing', cites: ['S8', 'OIDC Front-Channel Logout 1.0 §2'], holds: (f) => f.issuer !== 'none' },
  { code: 'sso.front-channel-logout.issuer-other', cites: ['S8', 'OIDC Front-Channel Logout 1.0 §3'], holds: (f) => f.issuer !== 'other' },
  { code: 'sso.front-channel-logout.sid-missing', cites: ['S8', 'OIDC Front-Channel Logout 1.0 §4'], holds: (f) => f.sidGiven },
] as const satisfies RuleTable<FrontChannelFacts>;
export type FrontChannelRefusal = CodeOf<typeof frontChannelRules>;
