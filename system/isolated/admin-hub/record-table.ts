/** Audit records as a table: what is recorded holds no secret, and is shown as it is. */
import type { AuditRecord } from '../../kernel/audit-trail.ts';
import { type Html, html } from '../../kernel/html.ts';
import { moment } from './frame.ts';

export const recordTable = (records: readonly AuditRecord[]): Html =>
  records.length === 0
    ? html`<p>Nothing.</p>`
    : html`<div class="wide" tabindex="0" role="region" aria-label="Records"><table>
<thead><tr><th scope="col">When</th><th scope="col">Event and code</th><th scope="col">Who</th><th scope="col">Facts</th><th scope="col">Reference</th></tr></thead>
<tbody>${records.map(row)}</tbody></table></div>`;

const row = ({ atMs, event, code, actor, peer, facts, reference }: AuditRecord): Html => html`<tr>
<td class="when">${moment(atMs)}</td><td><code>${event}</code><br><code>${code}</code></td><td><code>${actor}</code>${peer !== '' && html`<br>from ${peer}`}</td>
<td>${Object.entries(facts).map(([name, value]) => html`<div class="fact">${inWords(name, value)}</div>`)}</td><td><code>${reference}</code></td></tr>`;

/** An instant is shown as one; everything else as it was recorded. */
const inWords = (name: string, value: string | number | boolean): string =>
  typeof value === 'number' && name.endsWith('AtMs') ? `${name.slice(0, -2)}: ${moment(value)}` : `${name}: ${value}`;
