/** Judges whether the directory knows somebody as a person of this organisation, once the identity provider vouched for them (M-11, N-05). Threats: an identity provider that vouches for people of other houses; somebody who was suspended here and lives on there. */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

export type DirectorySignInFacts = {
  readonly status: 'active' | 'suspended' | 'new';
  /** Of the e-mail address that the identity provider gave, if it gave any. */
  readonly emailDomain: 'verified' | 'not-verified' | 'none';
};

export const directorySignInRules = [
  { code: 'directory.sign-in.suspended', cites: ['N-04', 'S10', 'NIST SP 800-53 AC-2(3)'], holds: (f) => f.status !== 'suspended' },
  { code: 'directory.sign-in.domain-not-verified', cites: ['M-11', 'N-05'], holds: (f) => f.emailDomain !== 'not-verified' },
] as const satisfies RuleTable<DirectorySignInFacts>;
export type DirectorySignInRefusal = CodeOf<typeof directorySignInRules>;
