/** The pages of the tracker: the issues with a form for a new one, and what somebody sees who was refused. */
import { html, type Page } from '../../../kernel/html.ts';

export type ShownIssue = { readonly number: string; readonly title: string; readonly own: boolean };

const place = (cloud: string): string => `${cloud} · Tracker`;

export function issuesPage(cloud: string, issues: readonly ShownIssue[], formToken: string): Page {
  const rows = issues.map(
    ({ number, title, own }) => html`<tr><td>${number}</td><td>${title}</td><td>${own ? 'you' : 'someone else'}</td></tr>`,
  );
  const body = html`
<table><thead><tr><th>No.</th><th>Issue</th><th>Opened by</th></tr></thead><tbody>${rows}</tbody></table>
<form method="post" action="/issues"><input type="hidden" name="form-token" value="${formToken}">
<label for="title">New issue</label><input id="title" name="title" maxlength="200" required><button>Open issue</button></form>`;
  return { title: 'Issues', place: place(cloud), body };
}

export const refusedPage = (cloud: string): Page => ({
  title: 'Not available',
  place: place(cloud),
  body: html`<p>The tracker did not accept this request. Go back to the <a href="/">list of issues</a>.</p>`,
});
