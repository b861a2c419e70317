/** The pages of the HR feed: how it comes here, and what it would do. */

import { maxFileBytes } from '../../../kernel/body-limits.ts';
import type { FeedFrom, ForetoldFeed } from '../../../kernel/directory-administration.ts';
import type { WaitingUpload } from '../../../kernel/directory-view.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { foretoldPart } from '../automation/foretold.ts';
import { notDonePart } from '../automation/not-done.ts';
import { withinAutomation } from '../automation/within.ts';
import { buttonForm, notes } from '../forms.ts';
import { type Frame, moment, tokenField } from '../frame.ts';

type FeedShown = {
  readonly address: string | undefined;
  readonly upload: WaitingUpload | undefined;
  readonly query: Readonly<Record<string, string>>;
};

const path = '/hr-feed';
const atMost = `${maxFileBytes / 1_024 / 1_024} MiB (${maxFileBytes.toLocaleString('en')} bytes)`;
const said: Readonly<Record<string, Html>> = {
  imported: html`<strong>Imported.</strong> People are as the feed says.`,
  discarded: html`<strong>The uploaded file is gone.</strong> Nothing of it was done.`,
};

export const feedPage = (frame: Frame, { address, upload, query }: FeedShown): Page =>
  withinAutomation(
    frame,
    { path, title: 'HR feed' },
    html`${notes(query, said)}<p>A file of all people from the personnel system. Whoever is in it is made or changed; whoever is managed by it and is not in it any more is suspended. A file that is damaged anywhere is refused whole.</p>
<h2>From its address</h2>
${
  address === undefined
    ? html`<p>There is none for this cloud. Its address is set with the deployment.</p>`
    : html`<p>It is fetched from <code>${address}</code>.</p>
<p><a href="/hr-feed/dry-run">Fetch it, see what it would do, and import it</a></p>`
}
<h2>From a file of yours</h2>
${upload && waitingPart(frame, upload)}
<form id="upload-feed" method="post" action="/hr-feed/upload" enctype="multipart/form-data">${tokenField(frame)}
<label for="feed">File of all people</label><input id="feed" name="feed" type="file" accept=".csv,text/csv" aria-describedby="feed-hint" required>
<p class="hint" id="feed-hint">Of the same form as the one from the address, whole, and ${atMost} at most. Nothing is done before you have seen what it would do.${upload && ' It takes the place of the file that waits.'}</p>
<button type="submit">Upload it, and see what it would do</button></form>
<h2>What stands in it</h2>
<p>Comma-separated values in UTF-8, with these columns in this order: <code>employee_id,user_name,email,display_name,department,title,status</code>, where the status is <code>active</code> or <code>terminated</code>; and, where it has dates, <code>start_date,end_date</code> behind them.</p>
<p>A date is written as <code>2026-01-31</code>, begins at midnight UTC, and may stay empty. Nobody is let in before their <code>start_date</code>; whoever has an <code>end_date</code> is suspended from that day on, and not before, also when they are terminated already. Dates are looked at with each import and at no other time: what a day brings is done by the first import on it or after it, so import the feed every day.</p>`,
  );

const waitingPart = (
  frame: Frame,
  { atMs, by }: WaitingUpload,
): Html => html`<div class="card"><p><strong>A file waits for you.</strong></p>
<p class="hint">Uploaded ${moment(atMs)} by <code>${by}</code>. After a day it is used no more, and the next look at this page deletes it.</p>
<p><a href="/hr-feed/upload/dry-run">See what it would do, and import it</a></p>${discarding(frame)}</div>`;
const discarding = (frame: Frame): Html =>
  buttonForm(frame, { path: '/hr-feed/upload/discard', values: {}, text: 'Discard the file', about: 'uploaded HR feed' });

const origins: Readonly<Record<FeedFrom, { readonly got: string; readonly importPath: string }>> = {
  address: { got: 'The feed was fetched and read.', importPath: '/hr-feed/import' },
  upload: { got: 'The file that was uploaded was read.', importPath: '/hr-feed/upload/import' },
};

export const feedDryRunPage = (frame: Frame, foretold: ForetoldFeed, from: FeedFrom): Page => {
  const { got, importPath } = origins[from];
  const button = buttonForm(frame, {
    path: importPath,
    values: { shown: foretold.shown },
    text: 'Import this file',
    about: 'HR feed',
    loud: true,
  });
  return withinAutomation(
    frame,
    { path, title: 'What the HR feed would do' },
    html`<p>${got} This is a dry run: nothing was changed. <a href="/hr-feed">Back</a></p>
${foretoldPart(foretold)}
${notDonePart(foretold.notDone)}
<h2>Import it</h2>
<p>Only this very file is imported: if there is another one by then, or a date in it has come, you are asked to look again.${foretold.guard !== 'allowed' && html` The guard will stop it, and keep it among the <a href="/held">stopped changes</a>, where you can resume it.`}</p>
${from === 'upload' ? html`<div class="row">${button}${discarding(frame)}</div>` : button}`,
  );
};
