/** Judges the desk's wish for a registration link: for an account that exists, and for no other (D-02). Threat: a desk that makes accounts. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type LinkRequestFacts = { readonly accountKnown: boolean };
export const linkRequestRules = [
  { code: 'break-glass.registration-link.account-unknown', cites: ['D-02'], holds: (f) => f.accountKnown },
] as const satisfies RuleTable<LinkRequestFacts>;
export type LinkRequestRefusal = CodeOf<typeof linkRequestRules>;
