/** Groups: who is in them and by whose word, made and removed, and changed by hand (S10). */
import type { Answer } from '../../../kernel/answer.ts';
import type { VerifiedContext } from '../../../kernel/context-rules.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import { askerOf, done, type HubAction, type HubParts, shown } from '../parts.ts';
import { groupsPage } from './page.ts';

const shownMembers = 200;

export function groupsActions(parts: HubParts): readonly HubAction[] {
  const { administration } = parts;
  const changing = (path: string, change: (who: VerifiedContext, request: ServiceRequest) => Promise<Answer>): HubAction => ({
    method: 'POST',
    path: `/groups/${path}`,
    event: 'directory.group.changed',
    run: change,
  });
  const member = (path: 'put-in' | 'take-out'): HubAction =>
    changing(path, async (who, request) => {
      const { group = '', subject = '' } = request.form;
      await administration.changeMember({ group, subject: subject.trim() }, path === 'put-in' ? 'in' : 'out', askerOf(who, request));
      return done(request, { location: `/groups?${new URLSearchParams({ group, done: path })}`, facts: { group, change: path } });
    });
  return [
    { method: 'GET', path: '/groups', event: 'admin-hub.groups.shown', run: (who, request) => showGroups(parts, who, request) },
    changing('create', async (who, request) => {
      const id = await administration.createGroup((request.form.name ?? '').trim(), askerOf(who, request));
      return done(request, { location: '/groups?done=create', value: { id }, facts: { group: id } });
    }),
    changing('remove', async (who, request) => {
      const { group = '' } = request.form;
      await administration.removeGroup(group, askerOf(who, request));
      return done(request, { location: '/groups?done=remove', facts: { group } });
    }),
    member('put-in'),
    member('take-out'),
  ];
}

function showGroups(parts: HubParts, who: VerifiedContext, request: ServiceRequest): Answer {
  const { directory } = parts;
  const groups = directory.groups();
  const chosen = groups.find(({ id }) => id === request.query.group);
  const members = chosen ? directory.members(chosen.id, shownMembers) : [];
  const frame = parts.frame(who);
  return shown(parts, request, {
    value: { groups, chosen: chosen?.id, members, formToken: frame.formToken },
    page: () => groupsPage(frame, { groups, chosen, members, query: request.query }),
  });
}
