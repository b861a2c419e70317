/** The page about trust in the identity provider: ending everything that came by it, and what was made or changed meanwhile. */
import type { AuditRecord } from '../../../kernel/audit-trail.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { type Frame, framed, moment, tokenField } from '../frame.ts';
import { recordTable } from '../record-table.ts';
import type { Change } from './changes.ts';

export type TrustShown = {
  readonly sinceMs: number;
  readonly changes: readonly Change[];
  readonly records: readonly AuditRecord[];
  readonly older: number | undefined;
  readonly rotated: boolean;
};

export function trustPage(frame: Frame, { sinceMs, changes, records, older, rotated }: TrustShown): Page {
  const since = new Date(sinceMs).toISOString().slice(0, 16);
  const note =
    rotated &&
    html`<p role="status"><strong>Done.</strong> Every session that came by the identity provider has ended. What to do next: look through the list below, suspend whoever should not be there, and strike out keys that you do not know.</p>`;
  return framed(
    frame,
    { title: 'Trust in the identity provider', area: '/trust', width: 'broad' },
    html`${note}<p>If the identity provider was in wrong hands, do this first, then <a href="/keys">strike out its keys</a> or <a href="/idp-settings">change the settings</a>, then look through what was made meanwhile.</p>
<form id="rotate-trust" method="post" action="/trust/rotate">${tokenField(frame)}
<p class="hint">Ends every session of everybody who signed in through the identity provider, their codes on the way, and the contexts that products hold: at once, yours too unless you came by break-glass.</p>
<button type="submit">Rotate trust: end every session now</button></form>
<h2>Made or changed since ${moment(sinceMs)}</h2>
<form method="get" action="/trust"><label for="since">Since</label><input id="since" name="since" value="${since}" placeholder="2026-11-22T10:00" spellcheck="false" autocomplete="off" aria-describedby="since-hint"><p class="hint" id="since-hint">In UTC, as 2026-11-22T10:00.</p><button type="submit" class="quiet">Show</button></form>
${changes.length === 0 ? html`<p>Nothing that is there now.</p>` : changeTable(changes)}
<h2>On record since then</h2>
${recordTable(records)}
${older !== undefined && html`<p><a href="/trust?${new URLSearchParams({ since, before: String(older) }).toString()}">Look further back</a></p>`}`,
  );
}

const changeTable = (
  changes: readonly Change[],
): Html => html`<div class="wide" tabindex="0" role="region" aria-label="Made or changed"><table>
<thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col">Name</th><th scope="col">Note</th></tr></thead>
<tbody>${changes.map(({ kind, name, atMs, note }) => html`<tr><td class="when">${moment(atMs)}</td><td>${kind}</td><td>${kind === 'org admin' ? html`<a href="/people?subject=${name}"><code>${name}</code></a>` : html`<code>${name}</code>`}</td><td>${note}</td></tr>`)}</tbody></table></div>`;
