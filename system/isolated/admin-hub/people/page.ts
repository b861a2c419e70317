/** The page of people and groups. */
import type { DirectoryUser } from '../../../kernel/directory.ts';
import type { ListedGroup } from '../../../kernel/directory-view.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { type Frame, framed, tokenField } from '../frame.ts';

export type PeopleShown = {
  readonly people: readonly DirectoryUser[];
  readonly groups: readonly ListedGroup[];
  readonly count: number;
  readonly subject: string;
  readonly next: number | undefined;
};

export function peoplePage(frame: Frame, { people, groups, count, subject, next }: PeopleShown): Page {
  return framed(
    frame,
    'People and groups',
    html`<form method="get" action="/people" role="search"><label for="subject">One person (subject)</label><input id="subject" name="subject" value="${subject}" spellcheck="false" autocomplete="off"><button type="submit" class="quiet">Show</button></form>
<p>${subject === '' ? `${count} are known here.` : people.length === 0 ? 'Nobody with this subject is known here.' : ''}</p>
<ol class="plain">${people.map((user) => person(frame, user))}</ol>
${next !== undefined && html`<p><a href="/people?offset=${next}">Further people</a></p>`}
<h2>Groups</h2>
${groups.length === 0 ? html`<p>There are none.</p>` : html`<ul>${groups.map(({ name, members }) => html`<li>${name}: ${members} ${members === 1 ? 'member' : 'members'}</li>`)}</ul>`}`,
  );
}

function person(frame: Frame, { subject, status, roles, userName, managedBy, identities }: DirectoryUser): Html {
  const isAdmin = roles.includes('org-admin');
  const button = (what: string, text: string): Html =>
    html`<form method="post" action="/api/directory/people">${tokenField(frame)}<input type="hidden" name="subject" value="${subject}"><input type="hidden" name="do" value="${what}"><button type="submit" class="quiet" aria-label="${text}: ${subject}">${text}</button></form>`;
  return html`<li class="card">
<p><strong>${userName ?? ''}</strong> <code>${subject}</code></p>
<dl><dt>Status</dt><dd>${status}</dd><dt>Roles</dt><dd>${roles.join(' ') || 'none'}</dd><dt>Managed by</dt><dd>${managedBy ?? 'nobody'}</dd><dt>Known by</dt><dd>${identities.map(({ issuer }) => issuer).join(' ') || 'no sign-in yet'}</dd></dl>
<p><a href="/sessions?subject=${subject}" aria-label="Sessions of ${subject}">Sessions</a></p>
<div class="row">${status === 'active' ? button('suspend', 'Suspend, and end all sessions') : button('reactivate', 'Reactivate')}${isAdmin ? button('revoke-org-admin', 'Take the org-admin role away') : button('grant-org-admin', 'Make an org admin')}</div></li>`;
}
