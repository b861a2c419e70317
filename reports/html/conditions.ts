/** Under which conditions the verdict was won: the identity provider, what weakens the run, warnings, and how to read it all. */
import type { RunResults } from '../../harness/verdict/results.ts';
import { duration } from '../amounts.ts';
import { exitCodes, sentence, verdictMeaning } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { verdictKinds } from '../tally.ts';
import { idList, type Titles, withOptions } from './ids.ts';
import { verdictBadge } from './verdict-mark.ts';

/** Which identity provider the verdict was won on, why that one, and which others were passed over. */
export const identityProvider = ({
  idp,
}: RunResults): Markup => html`<section id="idp" aria-labelledby="idp-title"><h2 id="idp-title">Identity provider</h2>
<p class="lead"><strong>${idp.driver} ${idp.version}</strong>, ready after ${duration(idp.readyMs)}. ${sentence(idp.because)}. The verdict holds for this identity provider and for no other.</p>
${
  idp.passedOver.length > 0 &&
  html`<dl class="passed-over">${idp.passedOver.map(({ driver, why }) => html`<div><dt>Passed over: ${driver}</dt><dd>${why}</dd></div>`)}</dl>`
}</section>`;

/** Where this run is weaker than the source asks. */
export const departures = (
  { profile }: RunResults,
  titles: Titles,
): Markup => html`<section id="departures" aria-labelledby="departures-title"><h2 id="departures-title">Where this run is weaker than the source asks</h2>
${
  profile.departures.length === 0
    ? html`<p class="lead">Nowhere: profile <strong>${profile.name}</strong> departs from nothing.</p>`
    : html`<p class="lead">Profile <strong>${profile.name}</strong>. Each of these is a finding of its own, whatever the verdict above.</p><ul class="departures">${profile.departures.map(
        ({ title, detail, cites }) => html`<li><h3>${title}</h3><p>${withOptions(detail)}</p>${idList(cites, titles, 'plain')}</li>`,
      )}</ul>`
}</section>`;

/** Warnings of the run; nothing when there are none. */
export const warnings = ({ warnings: all }: RunResults): Markup | false =>
  all.length > 0 &&
  html`<section id="warnings" aria-labelledby="warnings-title"><h2 id="warnings-title">Warnings</h2><ul class="warnings">${all.map((warning) => html`<li>${warning}</li>`)}</ul></section>`;

const glossary: readonly (readonly [string, string])[] = [
  [
    'Fault',
    'a disturbance of the environment, such as an identity provider that does not answer. An independent probe must see it come and go.',
  ],
  ['Deviation', 'the one thing in which the act departs from an honest one, such as another address.'],
  ['Calibration', 'the same act without the deviation. It must succeed first, or a refusal would prove nothing.'],
  ['Refusal code', 'the address of the rule that said no, read from the audit record and never from a page.'],
  ['Supports', 'a passed scenario is evidence towards a requirement, not a certificate.'],
];

/** How to read the report, closed until wanted. */
export const howToRead =
  (): Markup => html`<details class="reading" id="reading"><summary><h2>How to read this report</h2></summary><div class="inside">
<p>Each scenario makes one claim about the system. It sets the system up, breaks or bends one thing, acts as a person or a program would, and compares what happened with what the claim says.</p>
<dl class="words">${verdictKinds.toReversed().map((kind) => html`<div><dt>${verdictBadge(kind)}</dt><dd>${verdictMeaning[kind]}</dd></div>`)}</dl>
<dl class="words">${glossary.map(([word, meaning]) => html`<div><dt>${word}</dt><dd>${sentence(meaning)}</dd></div>`)}</dl>
<p>Exit codes: ${Object.entries(exitCodes).map(([code, meaning], index) => html`${index > 0 && '; '}<strong>${code}</strong> ${meaning}`)}.</p></div></details>`;
