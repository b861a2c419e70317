/** Judges a person's wish to sign out, or to end another session of their own. Threat: somebody else's page that ends it (S4). */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

export type SignOutFacts = { readonly signedOn: boolean; readonly formTokenRight: boolean };

export const signOutRules = [
  { code: 'session.sign-out.session-unknown', cites: ['I-08'], holds: (f) => f.signedOn },
  { code: 'session.sign-out.form-token-wrong', cites: ['S4'], holds: (f) => f.formTokenRight },
] as const satisfies RuleTable<SignOutFacts>;
export type SignOutRefusal = CodeOf<typeof signOutRules>;
