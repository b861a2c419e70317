/** The page of certificates and keys: when each ends, and the button that strikes one out. */
import { type Html, html, type Page } from '../../../kernel/html.ts';
import type { ListedCertificate, ListedKey, PublishedIdpKey } from '../../../kernel/listed-keys.ts';
import { type Frame, framed, moment, tokenField } from '../frame.ts';
import { endingOf } from './ending.ts';

export type KeysShown = {
  readonly certificates: readonly ListedCertificate[];
  readonly published: readonly PublishedIdpKey[];
  readonly own: readonly ListedKey[];
  readonly struckOut: readonly string[];
  readonly nowMs: number;
  readonly struck: boolean;
};

export function keysPage(frame: Frame, { certificates, published, own, struckOut, nowMs, struck }: KeysShown): Page {
  const strike = (name: string): Html =>
    html`<form method="post" action="/keys/strike-out">${tokenField(frame)}<input type="hidden" name="key" value="${name}"><button type="submit" class="quiet" aria-label="Strike it out: ${name}">Strike it out</button></form>`;
  const certificate = ({ fingerprint, notBeforeMs, notAfterMs, from, use }: ListedCertificate): Html => html`<li class="card">
<p><code>${fingerprint}</code></p>${warning(notAfterMs, nowMs)}
<dl><dt>From</dt><dd>${moment(notBeforeMs)}</dd><dt>Until</dt><dd>${moment(notAfterMs)}</dd><dt>Known by</dt><dd>${from === 'settings' ? 'the settings' : 'its metadata'}</dd><dt>Its signatures</dt><dd>${use === 'accepted' ? 'are accepted' : use === 'struck-out' ? 'are refused: struck out' : 'are not accepted: only shown'}</dd></dl>
${use === 'accepted' && strike(fingerprint)}</li>`;
  const key = ({ kid, thumbprint, struckOut: out }: PublishedIdpKey): Html =>
    html`<li class="card"><dl><dt>Key id</dt><dd><code>${kid ?? 'none'}</code></dd><dt>Thumbprint</dt><dd><code>${thumbprint}</code></dd></dl>${out ? html`<p>Struck out: refused, although it is published.</p>` : strike(thumbprint === '' ? (kid ?? '') : thumbprint)}</li>`;
  return framed(
    frame,
    { title: 'Certificates and keys', area: '/keys' },
    html`${struck && html`<p role="status"><strong>Struck out.</strong> Nothing that is signed with this key is accepted any more. Sessions that began by it go on until you <a href="/trust">rotate trust</a>.</p>`}
<h2>Of the identity provider</h2>
${certificates.length + published.length === 0 ? html`<p>None can be seen now.</p>` : html`<ol class="plain">${certificates.map(certificate)}${published.map(key)}</ol>`}
<h2>Ours</h2>
<ol class="plain">${own.map(({ use, name, notAfterMs }) => html`<li class="card"><p>${use}</p><p><code>${name}</code></p>${notAfterMs === undefined ? undefined : html`${warning(notAfterMs, nowMs)}<p class="hint">Until ${moment(notAfterMs)}</p>`}</li>`)}</ol>
<h2>Strike out another key of the identity provider</h2>
<p>${struckOut.length === 0 ? 'None is struck out.' : html`Struck out: ${struckOut.map((name) => html`<code>${name}</code> `)}`}</p>
<form method="post" action="/keys/strike-out">${tokenField(frame)}<label for="key">Key id, thumbprint or fingerprint</label><input id="key" name="key" spellcheck="false" autocomplete="off" required><button type="submit">Strike it out now</button></form>`,
  );
}

const warning = (notAfterMs: number, nowMs: number): Html | undefined => {
  const ending = endingOf(notAfterMs, nowMs);
  return ending === 'later'
    ? undefined
    : html`<p><strong>${ending === 'over' ? 'It has ended: what is signed with it is refused.' : `It ends in ${ending.days} days.`}</strong></p>`;
};
