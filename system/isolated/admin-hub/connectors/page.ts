/** The pages of connectors: what each may do and did last, and the one that shows a new token. */
import type { AuditRecord } from '../../../kernel/audit-trail.ts';
import type { ListedConnector } from '../../../kernel/directory-view.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { withinAutomation } from '../automation/within.ts';
import { buttonForm, notes } from '../forms.ts';
import { type Frame, moment, tokenField } from '../frame.ts';
import { sentenceFor } from '../refused.ts';

export type ShownConnector = ListedConnector & { readonly last: AuditRecord | undefined };
export type ConnectorsShown = {
  readonly connectors: readonly ShownConnector[];
  /** The name of the identity provider in force. */
  readonly idp: string | undefined;
  readonly query: Readonly<Record<string, string>>;
};

const path = '/connectors';
const said: Readonly<Record<string, Html>> = {
  revoke: html`<strong>Revoked.</strong> Its token opens nothing any more. What it made stays.`,
  discard: html`<strong>Thrown away.</strong> Its token opens nothing any more, and whom it suspended or put out of a group within the last hour is back, unless somebody else dealt with them since.`,
  resume: html`<strong>It goes on.</strong> What it took away before is not counted any more.`,
};

export function connectorsPage(frame: Frame, { connectors, idp, query }: ConnectorsShown): Page {
  return withinAutomation(
    frame,
    { path, title: 'Connectors' },
    html`${notes(query, said)}<p>Each is a program of yours that pushes people and groups here (SCIM), with a token of its own.</p>
${connectors.length === 0 ? html`<p>There are none.</p>` : html`<ol class="plain">${connectors.map((each) => connector(frame, each))}</ol>`}
<h2>A new connector, or a new token</h2>
<form id="new-connector" method="post" action="/connectors/make">${tokenField(frame)}
<label for="name">Name</label><input id="name" name="name" pattern="[a-z0-9\\-]{1,40}" spellcheck="false" autocomplete="off" aria-describedby="name-hint" required>
<p class="hint" id="name-hint">Small letters, digits and hyphens. With the name of one that is there, it gets a new token, and the old one opens nothing any more.</p>
<label for="external-ids">Its external ids</label><select id="external-ids" name="external-ids" aria-describedby="external-ids-hint"><option value="of-nobody">are its own: nobody is known by them at sign-in</option>${idp !== undefined && html`<option value="of-the-idp">are the names that ${idp} has for people</option>`}</select>
<p class="hint" id="external-ids-hint">With the second, somebody whom it pushed is the same person when they sign in.</p>
<button type="submit">Make a token</button></form>`,
  );
}

function connector(frame: Frame, { name, issuer, madeAtMs, revoked, stopped, last }: ShownConnector): Html {
  const button = (what: 'resume' | 'revoke' | 'discard', text: string): Html =>
    buttonForm(frame, { path: `${path}/${what}`, values: { name }, text, about: name });
  return html`<li class="card"><p><strong>${name}</strong></p>
<p>${revoked ? 'Revoked: its token opens nothing.' : stopped === undefined ? 'It may change people and groups.' : html`<strong>Stopped by the guard against mass changes.</strong> ${sentenceFor(stopped)}`}</p>
<dl><dt>Token made</dt><dd>${moment(madeAtMs)}</dd><dt>External ids</dt><dd>${issuer === undefined ? 'its own' : html`of <code>${issuer}</code>`}</dd><dt>Did last</dt><dd>${last === undefined ? 'nothing lately' : html`${moment(last.atMs)}: <code>${last.event}</code>, <code>${last.code}</code>`}</dd></dl>
<p><a href="/audit?actor=${encodeURIComponent(`connector ${name}`)}" aria-label="All that it did: ${name}">All that it did</a></p>
${!revoked && html`<div class="row">${stopped !== undefined && html`${button('resume', 'Let it go on')}${button('discard', 'Throw it away, and undo what it took')}`}${button('revoke', 'Revoke its token')}</div>`}</li>`;
}

/** Shown once. */
export const newTokenPage = (frame: Frame, name: string, token: string): Page =>
  withinAutomation(
    frame,
    { path, title: `The token of ${name}` },
    html`<p role="status"><strong>This is shown only now.</strong> Put it where the connector finds it; whoever has it can change people and groups.</p>
<dl><dt>Token</dt><dd><code>${token}</code></dd><dt>Address</dt><dd><code>/scim/v2</code> on this host</dd></dl>
<p><a href="${path}">Connectors</a></p>`,
  );
