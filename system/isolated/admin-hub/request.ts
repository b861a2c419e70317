/** Judges that a form was sent from a page of this very session, before anything else about it (S4). Threat: a page of somebody else that presses our buttons. */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';
import { demandAll, type HubAction, type HubParts } from './parts.ts';

export type FormFacts = { readonly formTokenRight: boolean };

export const formRules = [
  { code: 'admin-hub.request.form-token-wrong', cites: ['S4'], holds: (f) => f.formTokenRight },
] as const satisfies RuleTable<FormFacts>;
export type FormRefusal = CodeOf<typeof formRules>;

/** The same action; when it changes something, its form is judged first, and of a foreign form nothing else is looked at. It refuses with a code of `admin-hub.request`, too. */
export const fromOurForms = (parts: HubParts, action: HubAction): HubAction =>
  action.method === 'GET'
    ? action
    : {
        ...action,
        run: (who, request) => {
          demandAll(parts.policy.form, { formTokenRight: parts.formTokenRight(who, request) });
          return action.run(who, request);
        },
      };
