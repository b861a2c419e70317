/** Judges that a form was sent from a page of this very session, before anything else about it (S4). Threat: a page of somebody else that presses our buttons. */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

export type FormFacts = { readonly formTokenRight: boolean };

export const formRules = [
  { code: 'admin-hub.request.form-token-wrong', cites: ['S4'], holds: (f) => f.formTokenRight },
] as const satisfies RuleTable<FormFacts>;
export type FormRefusal = CodeOf<typeof formRules>;
