/** The HR feed: where it comes from, what it would do, and its import (N-05, N-06). */
import type { ForetoldFeed } from '../../../kernel/directory-administration.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { foretoldPart } from '../automation/foretold.ts';
import { withinAutomation } from '../automation/within.ts';
import { buttonForm, notes } from '../forms.ts';
import type { Frame } from '../frame.ts';
import { askerOf, done, type HubAction, type HubParts, shown } from '../parts.ts';

const path = '/hr-feed';

export const hrFeedActions = (parts: HubParts): readonly HubAction[] => [
  {
    method: 'GET',
    path,
    event: 'admin-hub.hr-feed.shown',
    run: (who, request) => {
      const frame = parts.frame(who);
      const address = parts.directory.feedAddress();
      return shown(parts, request, { value: { address, formToken: frame.formToken }, page: () => feedPage(frame, address, request.query) });
    },
  },
  {
    method: 'GET',
    path: '/hr-feed/dry-run',
    event: 'admin-hub.hr-feed.tried',
    run: async (who, request) => {
      const foretold = await parts.administration.foretellFeed();
      const frame = parts.frame(who);
      return shown(parts, request, {
        value: { ...foretold, formToken: frame.formToken },
        page: () => feedDryRunPage(frame, foretold),
        facts: { people: foretold.count, guard: foretold.guard },
      });
    },
  },
  {
    method: 'POST',
    path: '/hr-feed/import',
    event: 'directory.hr-feed.imported',
    run: async (who, request) => {
      const { shown: seen } = request.form;
      const changes = await parts.administration.importFeed(seen === '' ? undefined : seen, askerOf(who, request));
      return done(request, { location: '/hr-feed?done=imported', value: { changes }, facts: { changes } });
    },
  },
];

const said: Readonly<Record<string, Html>> = { imported: html`<strong>Imported.</strong> People are as the feed says.` };

const feedPage = (frame: Frame, address: string | undefined, query: Readonly<Record<string, string>>): Page =>
  withinAutomation(
    frame,
    { path, title: 'HR feed' },
    html`${notes(query, said)}<p>A file of all people from the personnel system. Whoever is in it is made or changed; whoever is managed by it and is not in it any more is suspended. A file that is damaged anywhere is refused whole.</p>
${
  address === undefined
    ? html`<p>There is none for this cloud. Its address is set with the deployment.</p>`
    : html`<p>It is fetched from <code>${address}</code>.</p>
<p><a href="/hr-feed/dry-run">Fetch it, see what it would do, and import it</a></p>`
}`,
  );

const feedDryRunPage = (frame: Frame, foretold: ForetoldFeed): Page =>
  withinAutomation(
    frame,
    { path, title: 'What the HR feed would do' },
    html`<p>The feed was fetched and read. This is a dry run: nothing was changed. <a href="/hr-feed">Back</a></p>
${foretoldPart(foretold)}
<h2>Import it</h2>
<p>Only this very file is imported: if it has changed by then, you are asked to look again.${foretold.guard !== 'allowed' && html` The guard will stop it, and keep it among the <a href="/held">stopped changes</a>, where you can resume it.`}</p>
${buttonForm(frame, { path: '/hr-feed/import', values: { shown: foretold.shown }, text: 'Import this file', about: 'HR feed', loud: true })}`,
  );
