/** Judges the end of a session on the holder's own wish. Threat: somebody else's page that ends it (S4). */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type SignOutFacts = { readonly sessionKnown: boolean; readonly formTokenRight: boolean };

export const signOutRules = [
  { code: 'break-glass.sign-out.session-unknown', cites: ['G-03'], holds: (f) => f.sessionKnown },
  { code: 'break-glass.sign-out.form-token-wrong', cites: ['S4'], holds: (f) => f.formTokenRight },
] as const satisfies RuleTable<SignOutFacts>;
export type SignOutRefusal = CodeOf<typeof signOutRules>;
