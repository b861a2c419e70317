/** Judges that a form was sent from a page of this very session (S4). Threat: a page of somebody else that presses our buttons. */
import type { CodeOf, Rule, RuleTable } from '../../kernel/rule.ts';

export type FormFacts = { readonly formTokenRight: boolean };

export const formRule = {
  code: 'admin-hub.request.form-token-wrong',
  cites: ['S4'],
  holds: (f) => f.formTokenRight,
} as const satisfies Rule<FormFacts>;
export const formRules = [formRule] as const satisfies RuleTable<FormFacts>;
export type FormRefusal = CodeOf<typeof formRules>;
