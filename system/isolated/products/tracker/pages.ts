/** The pages of the tracker: the issues with a form for a new one, one issue, and what somebody sees who was refused. */
import { formTokenField } from '../../../kernel/form-token.ts';
import { html, type Page } from '../../../kernel/html.ts';
import type { Issue, StoredIssue } from './stored-issues.ts';

/** `signOut`: where this person signs out. */
export type Seer = { readonly subject: string; readonly formToken: string; readonly signOut: string };

const place = (cloud: string): string => `${cloud} · Tracker`;
const by = ({ owner }: Issue, { subject }: Seer): string => (owner === subject ? 'you' : 'someone else');

export function issuesPage(cloud: string, issues: readonly StoredIssue[], seer: Seer): Page {
  const rows = issues.map(
    ({ id, issue }) =>
      html`<tr><td>${issue.number ?? 'private'}</td><td><a href="/issues/${id}">${issue.title}</a></td><td>${by(issue, seer)}</td><td>${issue.closed ? 'closed' : 'open'}</td></tr>`,
  );
  const body = html`
<div class="wide" role="region" aria-label="Issues" tabindex="0"><table><thead><tr><th>No.</th><th>Issue</th><th>Opened by</th><th>State</th></tr></thead><tbody>${rows}</tbody></table></div>
<form method="post" action="/issues">${formTokenField(seer.formToken)}
<label for="title">New issue</label><input id="title" name="title" maxlength="200" required>
<label for="readers">Who may see it</label><select id="readers" name="readers"><option value="all">Everybody in this cloud</option><option value="private">Only I</option></select>
<button>Open issue</button></form>`;
  return { title: 'Issues', place: place(cloud), signOut: seer.signOut, body };
}

export function issuePage(cloud: string, { id, issue }: StoredIssue, seer: Seer): Page {
  const mayClose = issue.owner === seer.subject && !issue.closed;
  const body = html`
<dl><dt>Number</dt><dd>${issue.number ?? 'none: it is private'}</dd><dt>Opened by</dt><dd>${by(issue, seer)}</dd><dt>State</dt><dd>${issue.closed ? 'closed' : 'open'}</dd></dl>
${mayClose && html`<form method="post" action="/issues/${id}/close">${formTokenField(seer.formToken)}<button>Close this issue</button></form>`}
<p><a href="/">All issues</a></p>`;
  return { title: issue.title, place: place(cloud), signOut: seer.signOut, body };
}

/** The same whether there is no such issue, or it is not for this person. */
export const noSuchIssue = (cloud: string): Page => ({
  title: 'There is no such issue',
  place: place(cloud),
  body: html`<p>There is no issue at this address for you. Go back to the <a href="/">list of issues</a>.</p>`,
});

export const refusedPage = (cloud: string): Page => ({
  title: 'Not available',
  place: place(cloud),
  body: html`<p>The tracker did not accept this request. Go back to the <a href="/">list of issues</a>.</p>`,
});
