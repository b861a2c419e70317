/** The diagnosis page: a search by reference, and the failures, each with its repair. */
import { type Html, html, type Page } from '../../../kernel/html.ts';
import { type Frame, framed, moment } from '../frame.ts';
import type { Failure } from './failure.ts';

export type Diagnosed = { readonly failures: readonly Failure[]; readonly older: number | undefined; readonly reference: string };

export function diagnosisPage(frame: Frame, { failures, older, reference }: Diagnosed): Page {
  const found =
    failures.length > 0
      ? html`<ol class="plain">${failures.map(item)}</ol>`
      : reference === ''
        ? html`<p><strong>No failures are on record here.</strong></p>`
        : html`<p><strong>Nothing with this reference was found here.</strong> Compare it with what the person sees: four groups of five characters.</p>`;
  const query = new URLSearchParams({ ...(reference === '' ? {} : { reference }), before: String(older) });
  return framed(
    frame,
    { title: 'Diagnosis', area: '/diagnosis' },
    html`
<form method="get" action="/diagnosis" role="search">
<label for="reference">Reference that a person quotes</label>
<input id="reference" name="reference" value="${reference}" spellcheck="false" autocomplete="off">
<button type="submit">Look it up</button>
</form>
<h2>${reference === '' ? 'Last sign-ins that were refused' : 'What is on record'}</h2>
${found}
${older === undefined ? undefined : html`<p><a href="/diagnosis?${query.toString()}">Look further back</a></p>`}`,
  );
}

function item({ reference, atMs, code, event, test, diagnosis }: Failure): Html {
  const compared = diagnosis?.compared;
  return html`<li class="card">
<p class="hint">${moment(atMs)} · <code>${reference}</code></p>
${test && html`<p><strong>A test sign-in with the draft of the settings.</strong> Nobody was kept out by it, and the settings in force are not meant.</p>`}
<p><strong>${diagnosis?.means ?? (code === 'allowed' ? 'This was allowed.' : 'This is not about signing in.')}</strong></p>
${
  compared &&
  html`<dl><dt>${compared.what}, expected</dt><dd><code>${compared.expected}</code></dd><dt>${compared.what}, received</dt><dd><code>${compared.received}</code></dd></dl>`
}
${diagnosis && html`<p>${diagnosis.change}</p>`}
${diagnosis?.link !== undefined && html`<p><a href="${diagnosis.link}">${diagnosis.linkText}</a></p>`}
<p class="hint"><code>${code}</code> · <code>${event}</code></p>
</li>`;
}
