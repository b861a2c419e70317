/** Puts the judgement of the form before every action that changes something, so that no action can forget it (S4). */
import { readMultipart } from '../../kernel/multipart.ts';
import type { ServiceRequest } from '../../kernel/service.ts';
import { demandAll, type HubAction, type HubParts } from './parts.ts';

/** The same action; when it changes something, its form is judged first, and of a foreign form nothing else is looked at. It refuses with a code of `admin-hub.request`, too. */
export const fromOurForms = (parts: HubParts, action: HubAction): HubAction =>
  action.method === 'GET'
    ? action
    : {
        ...action,
        run: async (who, came) => {
          const request = await withFileRead(came);
          demandAll(parts.policy.form, { formTokenRight: parts.formTokenRight(who, request) });
          return action.run(who, request);
        },
      };

/** Whoever sent it was let in before. */
async function withFileRead(request: ServiceRequest): Promise<ServiceRequest> {
  if (request.multipart === undefined) return request;
  const { form, file } = await readMultipart(request.multipart);
  return { ...request, form, file };
}
