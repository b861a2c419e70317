/** Judges who may use AdminHub: the holder of a break-glass session, or an org admin by the directory (S10). Threat: an admin by an identity provider's claim. */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

/** `orgAdmin` is not asked about somebody who came by break-glass. */
export type AccessFacts = { readonly channel: 'ingress' | 'break-glass'; readonly orgAdmin: boolean };

export const accessRules = [
  { code: 'admin-hub.access.not-org-admin', cites: ['B-05', 'S10'], holds: (f) => f.channel === 'break-glass' || f.orgAdmin },
] as const satisfies RuleTable<AccessFacts>;
export type AccessRefusal = CodeOf<typeof accessRules>;
