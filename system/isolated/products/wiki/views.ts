/** What people see of the wiki: the list of pages, one page with its comments, and one answer for all that is not there for them. */
import { formTokenField } from '../../../kernel/form-token.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import type { KnownGroup } from '../../../kernel/memberships.ts';
import type { StoredPage, WikiPage } from './stored-pages.ts';
import { commentLimit, textLimit, titleLimit } from './writing.ts';

/** `signOut`: where this person signs out. */
export type Seer = {
  readonly subject: string;
  readonly groups: readonly KnownGroup[];
  readonly formToken: string;
  readonly signOut: string;
};

const place = (cloud: string): string => `${cloud} · Wiki`;
const by = (owner: string, { subject }: Seer): string => (owner === subject ? 'you' : 'someone else');

function readersOf({ readers }: WikiPage, { groups }: Seer): string {
  if (readers === 'all') return 'everybody in this cloud';
  if (readers === 'private') return 'its owner';
  const { group } = readers;
  return groups.find(({ id }) => id === group)?.name ?? 'a group';
}

const option = (value: string, text: string, chosen: boolean): Html =>
  html`<option value="${value}"${chosen && html` selected`}>${text}</option>`;

/** The fields of a page, filled in with what it says now. */
function fields({ groups }: Seer, now?: WikiPage): Html {
  const readers = now === undefined ? 'private' : typeof now.readers === 'string' ? now.readers : now.readers.group;
  return html`<label for="title">Title</label><input id="title" name="title" maxlength="${titleLimit}" required value="${now?.title ?? ''}">
<label for="text">Text</label><textarea id="text" name="text" rows="6" maxlength="${textLimit}">${now?.text ?? ''}</textarea>
<label for="readers">Who may read it</label><select id="readers" name="readers">${[
    option('private', 'Only I', readers === 'private'),
    ...groups.map(({ id, name }) => option(id, name, readers === id)),
    option('all', 'Everybody in this cloud', readers === 'all'),
  ]}</select>`;
}

export function pagesView(cloud: string, pages: readonly StoredPage[], seer: Seer): Page {
  const rows = pages.map(
    ({ id, page }) =>
      html`<tr><td><a href="/pages/${id}">${page.title}</a></td><td>${by(page.owner, seer)}</td><td>${readersOf(page, seer)}</td></tr>`,
  );
  const body = html`
<table><thead><tr><th>Page</th><th>Written by</th><th>Read by</th></tr></thead><tbody>${rows}</tbody></table>
<h2>A new page</h2>
<form method="post" action="/pages">${formTokenField(seer.formToken)}${fields(seer)}<button>Write page</button></form>`;
  return { title: 'Pages', place: place(cloud), signOut: seer.signOut, body };
}

export function pageView(cloud: string, { id, page }: StoredPage, seer: Seer): Page {
  const comments = page.comments.map(
    ({ text, by: who }) => html`<li class="card"><p>${text}</p><p class="hint">by ${by(who, seer)}</p></li>`,
  );
  const body = html`
<p class="hint">Written by ${by(page.owner, seer)}, read by ${readersOf(page, seer)}. <a href="/">All pages</a></p>
${page.text.split(/\r?\n/).map((line) => html`<p>${line}</p>`)}
<h2>Comments</h2>
${comments.length === 0 ? html`<p>Nobody has said anything yet.</p>` : html`<ul class="plain">${comments}</ul>`}
<form method="post" action="/pages/${id}/comments">${formTokenField(seer.formToken)}<label for="comment">Your comment</label>
<textarea id="comment" name="comment" rows="3" maxlength="${commentLimit}" required></textarea><button>Say it</button></form>
${
  page.owner === seer.subject &&
  html`<h2>Change this page</h2>
<form method="post" action="/pages/${id}">${formTokenField(seer.formToken)}${fields(seer, page)}<button>Save</button></form>`
}`;
  return { title: page.title, place: place(cloud), signOut: seer.signOut, body };
}

/** The same whether there is no such page, or it is not for this reader. */
export const noSuchPage = (cloud: string): Page => ({
  title: 'There is no such page',
  place: place(cloud),
  body: html`<p>There is no page at this address for you. Go back to <a href="/">all pages</a>.</p>`,
});

export const refusedView = (cloud: string): Page => ({
  title: 'Not available',
  place: place(cloud),
  body: html`<p>The wiki did not accept this request. Go back to <a href="/">all pages</a>.</p>`,
});
