/** The page of people. */
import type { DirectoryUser } from '../../../kernel/directory.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { buttonForm, counted, notes } from '../forms.ts';
import { type Frame, framed } from '../frame.ts';

export type PeopleShown = {
  readonly people: readonly DirectoryUser[];
  readonly count: number;
  readonly active: number;
  readonly orgAdmins: readonly string[];
  readonly subject: string;
  readonly next: number | undefined;
  readonly query: Readonly<Record<string, string>>;
};

export function peoplePage(frame: Frame, { people, count, active, orgAdmins, subject, next, query }: PeopleShown): Page {
  const admins = orgAdmins.map((admin) => html`<li><a href="/people?subject=${admin}"><code>${admin}</code></a></li>`);
  return framed(
    frame,
    { title: 'People', area: '/people' },
    html`${notes(query, said)}<form method="get" action="/people" role="search"><label for="subject">One person (subject)</label><input id="subject" name="subject" value="${subject}" spellcheck="false" autocomplete="off"><button type="submit" class="quiet">Show</button></form>
<p>${subject === '' ? `${counted(count, 'person is', 'people are')} known here; ${active} may sign in.` : people.length === 0 ? 'Nobody with this subject is known here.' : ''}</p>
${subject === '' && html`<p class="hint">People are shown by the id that this cloud gave them: a name or an address from the identity provider is not kept. Whom a connector manages has the user name that it gave, too.</p>`}
<ol class="plain">${people.map((user) => person(frame, user))}</ol>
${next !== undefined && html`<p><a href="/people?offset=${next}">Further people</a></p>`}
${subject === '' && html`<h2>Org admins</h2>${admins.length === 0 ? html`<p><strong>There is none: nobody but break-glass opens AdminHub.</strong></p>` : html`<ul>${admins}</ul>`}`}`,
  );
}

const said: Readonly<Record<string, Html>> = {
  suspend: html`<strong>Suspended.</strong> Every session of this person has ended.`,
  reactivate: html`<strong>Let in again.</strong> This person can sign in.`,
  'grant-org-admin': html`<strong>Now an org admin.</strong>`,
  'revoke-org-admin': html`<strong>No org admin any more.</strong>`,
};

function person(frame: Frame, { subject, status, roles, userName, managedBy, identities }: DirectoryUser): Html {
  const button = (what: string, text: string): Html =>
    buttonForm(frame, { path: `/people/${what}`, values: { subject }, text, about: subject });
  return html`<li class="card">
<p><strong>${userName ?? ''}</strong> <code>${subject}</code></p>
<dl><dt>Status</dt><dd>${status}</dd><dt>Roles</dt><dd>${roles.join(' ') || 'none'}</dd><dt>Managed by</dt><dd>${managedBy ?? 'nobody'}</dd><dt>Known by</dt><dd>${identities.map(({ issuer }) => issuer).join(' ') || 'no sign-in yet'}</dd></dl>
<p><a href="/sessions?subject=${subject}" aria-label="Sessions of ${subject}">Sessions</a></p>
<div class="row">${status === 'active' ? button('suspend', 'Suspend, and end all sessions') : button('reactivate', 'Reactivate')}${roles.includes('org-admin') ? button('revoke-org-admin', 'Take the org-admin role away') : button('grant-org-admin', 'Make an org admin')}</div></li>`;
}
