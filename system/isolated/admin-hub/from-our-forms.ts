/** Puts the judgement of the form before every action that changes something, so that no action can forget it (S4). */
import { demandAll, type HubAction, type HubParts } from './parts.ts';

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
