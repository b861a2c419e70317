/** The page of what changes people by itself, and of the e-mail domains that are this organisation's. */
import type { ListedConnector, ListedDomain } from '../../../kernel/directory-view.ts';
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { type Frame, framed, moment, tokenField } from '../frame.ts';

export type AutomationShown = { readonly connectors: readonly ListedConnector[]; readonly domains: readonly ListedDomain[] };

export function automationPage(frame: Frame, { connectors, domains }: AutomationShown): Page {
  const form = (place: string, fields: Readonly<Record<string, string>>, button: string, label: string): Html =>
    html`<form method="post" action="/api/directory/${place}">${tokenField(frame)}${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button type="submit" class="quiet" aria-label="${label}">${button}</button></form>`;
  const connector = ({ name, madeAtMs, revoked, stopped }: ListedConnector): Html => html`<li class="card"><p><strong>${name}</strong></p>
<p class="hint">Made ${moment(madeAtMs)}.</p>
<p>${revoked ? 'Revoked: its token opens nothing.' : stopped === undefined ? 'It may change people and groups.' : html`<strong>Stopped</strong> by the guard against mass changes: <code>${stopped}</code>`}</p>
${revoked ? undefined : html`<div class="row">${stopped !== undefined && form('connectors', { do: 'resume', name }, 'Let it go on', `Let it go on: ${name}`)}${form('connectors', { do: 'revoke', name }, 'Revoke', `Revoke: ${name}`)}</div>`}</li>`;
  const domain = ({
    domain: name,
    state,
    proof,
    verifiedUntilMs,
  }: ListedDomain): Html => html`<li class="card"><p><strong>${name}</strong>: ${state}${verifiedUntilMs === undefined ? '' : ` until ${moment(verifiedUntilMs)}`}</p>
<p class="hint">Proved by a TXT record of <code>_tempered.${name}</code>: <code>${proof}</code></p>
<div class="row">${form('domains', { do: 'verify', domain: name }, 'Look for the proof', `Look for the proof: ${name}`)}${form('domains', { do: 'remove', domain: name }, 'Remove', `Remove: ${name}`)}</div></li>`;
  return framed(
    frame,
    'Automation and domains',
    html`<h2>Connectors</h2>
<p>Each pushes people and groups here with a token of its own (SCIM).</p>
${connectors.length === 0 ? html`<p>There are none.</p>` : html`<ol class="plain">${connectors.map(connector)}</ol>`}
<form method="post" action="/api/directory/connectors">${tokenField(frame)}<input type="hidden" name="do" value="make">
<label for="connector">Name of a new connector</label><input id="connector" name="name" pattern="[a-z0-9\\-]{1,40}" spellcheck="false" autocomplete="off" aria-describedby="connector-hint" required>
<p class="hint" id="connector-hint">Small letters, digits and hyphens. With the name of one that is there, it gets a new token, and the old one opens nothing any more.</p>
<button type="submit">Make a connector</button></form>
<h2>E-mail domains</h2>
<p>Only people with an address in a verified domain, or with none, are let in by the identity provider.</p>
${domains.length === 0 ? html`<p>There are none.</p>` : html`<ol class="plain">${domains.map(domain)}</ol>`}
<form method="post" action="/api/directory/domains">${tokenField(frame)}<input type="hidden" name="do" value="claim">
<label for="domain">A new domain</label><input id="domain" name="domain" spellcheck="false" autocomplete="off" required>
<button type="submit">Claim it</button></form>`,
  );
}
