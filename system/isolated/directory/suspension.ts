/** Judges whether automation may let somebody in again: only whom it suspended itself, and never an org admin (S10, N-04). Threat: a connector or a feed that undoes what an org admin did by hand against a stolen account. NIST SP 800-53 AC-2(3). */
import type { DirectoryUser, SuspendedBy } from '../../kernel/directory.ts';
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

export type SuspensionFacts = {
  /** By whose word they are suspended now. What was not noted was by hand. */
  readonly suspendedBy: SuspendedBy;
  /** Who would end it. */
  readonly asks: SuspendedBy;
  readonly orgAdmin: boolean;
};

export const suspensionRules = [
  { code: 'directory.suspension.of-another', cites: ['S10', 'N-04'], holds: (f) => f.suspendedBy === f.asks },
  { code: 'directory.suspension.of-org-admin', cites: ['S10', 'N-04'], holds: (f) => !f.orgAdmin },
] as const satisfies RuleTable<SuspensionFacts>;
export type SuspensionRefusal = CodeOf<typeof suspensionRules>;

/** About somebody who is suspended. */
export const suspensionFacts = ({ suspendedBy = 'by-hand', roles }: DirectoryUser, asks: SuspendedBy): SuspensionFacts => ({
  suspendedBy,
  asks,
  orgAdmin: roles.includes('org-admin'),
});
