/** Judges the way back from signing out at the identity provider. OIDC RP-Initiated Logout 1.0 §3. Threat: a link that tells a person they were signed out when they were not (I-05). */
import type { CodeOf, RuleTable } from '../../../../kernel/rule.ts';

export const leavingLifetimeSeconds = 600;

export type SignedOutFacts = { readonly leavingKnown: boolean; readonly ageSeconds: number; readonly browserMatches: boolean };

export const signedOutRules = [
  { code: 'sso.signed-out.state-unknown', cites: ['I-05', 'OIDC RP-Initiated Logout 1.0 §3'], holds: (f) => f.leavingKnown },
  {
    code: 'sso.signed-out.too-late',
    cites: ['I-05'],
    holds: (f) => f.ageSeconds < leavingLifetimeSeconds,
    reads: { leavingLifetimeSeconds },
  },
  { code: 'sso.signed-out.of-another-browser', cites: ['I-05', 'S4'], holds: (f) => f.browserMatches },
] as const satisfies RuleTable<SignedOutFacts>;
export type SignedOutRefusal = CodeOf<typeof signedOutRules>;
