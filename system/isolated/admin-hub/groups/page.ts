/** The page of groups, and of the members of one of them. */
import type { ListedGroup, ListedMember } from '../../../kernel/directory-view.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { buttonForm, counted, notes } from '../forms.ts';
import { type Frame, framed, tokenField } from '../frame.ts';

export type GroupsShown = {
  readonly groups: readonly ListedGroup[];
  /** Whose members are shown. */
  readonly chosen: ListedGroup | undefined;
  readonly members: readonly ListedMember[];
  readonly query: Readonly<Record<string, string>>;
};

const said: Readonly<Record<string, Html>> = {
  create: html`<strong>The group was made.</strong> Nobody is in it yet: put people in by hand, or by <a href="/group-rules">group rules</a>.`,
  remove: html`<strong>The group was removed,</strong> and everybody is out of it.`,
  'put-in': html`<strong>Put in by hand.</strong> No rule and no connector takes this person out again.`,
  'take-out': html`<strong>What was given by hand is taken back.</strong> Who is in by a rule or a connector, too, stays in by that.`,
};

export function groupsPage(frame: Frame, { groups, chosen, members, query }: GroupsShown): Page {
  const group = ({ id, name, members: count, managedBy }: ListedGroup): Html => html`<li class="card"><p><strong>${name}</strong></p>
<p>${count === 0 ? 'Nobody is in it.' : `${counted(count, 'member', 'members')}.`} ${managedBy === undefined ? '' : `Managed by ${managedBy}.`}</p>
<p><a href="/groups?group=${id}" aria-label="Members of ${name}">Members</a></p>
${buttonForm(frame, { path: '/groups/remove', values: { group: id }, text: 'Remove the group', about: name })}</li>`;
  return framed(
    frame,
    { title: chosen ? `Members of ${chosen.name}` : 'Groups', area: '/groups' },
    html`${notes(query, said)}${
      chosen
        ? membersPart(frame, chosen, members)
        : html`<p>People are in a group by hand, by a rule, or by a connector; each takes away what it gave, and nothing else.</p>
${groups.length === 0 ? html`<p>There are none yet.</p>` : html`<ol class="plain">${groups.map(group)}</ol>`}
<h2>A new group</h2>
<form method="post" action="/groups/create">${tokenField(frame)}<label for="name">Name</label><input id="name" name="name" maxlength="80" spellcheck="false" autocomplete="off" aria-describedby="name-hint" required>
<p class="hint" id="name-hint">Letters, digits, spaces, hyphens and underscores.</p><button type="submit">Make the group</button></form>`
    }`,
  );
}

function membersPart(frame: Frame, { id, members: count }: ListedGroup, members: readonly ListedMember[]): Html {
  const row = ({ subject, userName, sources }: ListedMember): Html => html`<tr>
<td><a href="/people?subject=${subject}">${userName ?? html`<code>${subject}</code>`}</a></td><td>${sources.map(inWords).join(', ')}${sources.includes('manual') && buttonForm(frame, { path: '/groups/take-out', values: { group: id, subject }, text: 'Take out', about: userName ?? subject })}</td></tr>`;
  return html`<p><a href="/groups">All groups</a></p>
<p>${count === 0 ? 'Nobody is in it.' : count > members.length ? `${count}; the first ${members.length} are shown.` : `${counted(count, 'member', 'members')}.`}</p>
${members.length > 0 && html`<div class="wide" tabindex="0" role="region" aria-label="Members"><table class="slim"><thead><tr><th scope="col">Who</th><th scope="col">By</th></tr></thead><tbody>${members.map(row)}</tbody></table></div>`}
<h2>Put somebody in</h2>
<form method="post" action="/groups/put-in">${tokenField(frame)}<input type="hidden" name="group" value="${id}"><label for="subject">Subject</label><input id="subject" name="subject" spellcheck="false" autocomplete="off" aria-describedby="subject-hint" required>
<p class="hint" id="subject-hint">As it stands with each of the <a href="/people">people</a>.</p><button type="submit">Put in</button></form>`;
}

/** `rule:foundry`, `scim:hr-suite`, `manual`. */
const inWords = (source: string): string =>
  source === 'manual'
    ? 'hand'
    : source.startsWith('rule:')
      ? `rule ${source.slice(5)}`
      : source.startsWith('scim:')
        ? `connector ${source.slice(5)}`
        : source;
