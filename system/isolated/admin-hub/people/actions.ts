/** People: shown here, suspended and let in again, and made org admins: the only way to that role (S10, N-04). */
import type { Answer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import type { PersonChange } from '../../../kernel/directory-administration.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { askerOf, done, type HubAction, type HubParts, shown } from '../parts.ts';
import { peoplePage } from './page.ts';

const perPage = 50;
const changes: readonly PersonChange[] = ['suspend', 'reactivate', 'grant-org-admin', 'revoke-org-admin'];

export const peopleActions = (parts: HubParts): readonly HubAction[] => [
  { method: 'GET', path: '/people', event: 'admin-hub.people.shown', run: (who, request) => showPeople(parts, who, request) },
  ...changes.map(
    (change): HubAction => ({
      method: 'POST',
      path: `/people/${change}`,
      event: 'directory.person.changed',
      run: async (who, request) => {
        const { subject = '' } = request.form;
        await parts.administration.changePerson(subject, change, askerOf(who, request));
        return done(request, { location: `/people?${new URLSearchParams({ subject, done: change })}`, facts: { change } });
      },
    }),
  ),
];

function showPeople(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { directory } = parts;
  const subject = (request.query.subject ?? '').trim();
  const offset = /^[0-9]{1,7}$/.test(request.query.offset ?? '') ? Number(request.query.offset) : 0;
  const found =
    subject === '' ? directory.people({ offset, limit: perPage }) : [directory.find(subject)].filter((user) => user !== undefined);
  const count = directory.countPeople();
  const next = subject === '' && offset + perPage < count ? offset + perPage : undefined;
  const orgAdmins = directory.orgAdmins().map((admin) => admin.subject);
  const values = { people: found, count, active: directory.countActive(), orgAdmins, subject, next };
  const frame = parts.frame(who);
  return shown(parts, request, {
    value: { ...values, formToken: frame.formToken },
    page: () => peoplePage(frame, { ...values, query: request.query }),
  });
}
