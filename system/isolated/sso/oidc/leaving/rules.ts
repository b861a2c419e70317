/** Judges whether a person who signed out here can be sent on to sign out at the identity provider. Nothing here depends on it: their sessions end either way. OIDC RP-Initiated Logout 1.0 §2.1. Threat: somebody who is led to a provider that is away, or to another than theirs. */
import type { CodeOf, RuleTable } from '../../../../kernel/rule.ts';

export type LeavingFacts = {
  /** Good metadata, seconds old. */
  readonly idpIsThere: boolean;
  /** Its metadata, or the settings, name the place; the domain allowlist has it. */
  readonly placeKnown: boolean;
  /** The sign-on came from the identity provider that is set now. */
  readonly sameIssuer: boolean;
};

export const leavingRules = [
  { code: 'sso.leaving.idp-away', cites: ['C-02'], holds: (f) => f.idpIsThere },
  { code: 'sso.leaving.place-unknown', cites: ['OIDC RP-Initiated Logout 1.0 §2.1'], holds: (f) => f.placeKnown },
  { code: 'sso.leaving.issuer-other', cites: ['C-04'], holds: (f) => f.sameIssuer },
] as const satisfies RuleTable<LeavingFacts>;
export type LeavingObstacle = CodeOf<typeof leavingRules>;
