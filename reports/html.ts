/** The report for people: one HTML file that needs nothing else, not even a network or a script. */
import { createHash } from 'node:crypto';
import type { RunResults } from '../harness/verdict/results.ts';
import { anchorsOf } from './html/anchors.ts';
import { attachmentShow, type ReadAttachment } from './html/attachments.ts';
import { checkers } from './html/checkers.ts';
import { departures, howToRead, identityProvider, warnings } from './html/conditions.ts';
import { deviations } from './html/deviations.ts';
import { faults } from './html/faults.ts';
import { titlesOf } from './html/ids.ts';
import { requirements } from './html/requirements.ts';
import { againCommand, runFacts } from './html/run-facts.ts';
import { notJudged, scenarios } from './html/scenarios.ts';
import { script } from './html/script.ts';
import { styles } from './html/styles.ts';
import { attention, contradictionBox, summary } from './html/summary.ts';
import { timeline } from './html/timeline.ts';
import { markSymbols } from './html/verdict-mark.ts';
import { headline } from './in-words.ts';
import { html, type Markup, verbatim } from './markup.ts';

export type { ReadAttachment } from './html/attachments.ts';

const hashSource = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing may be fetched, sent or run except this page's own style and script. */
const policy = [
  "default-src 'none'",
  'img-src data:',
  `style-src ${hashSource(styles)}`,
  `script-src ${hashSource(script)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

type Part = { readonly id: string; readonly title: string; readonly shown: Markup | false };

function partsOf(results: RunResults, readAttachment: ReadAttachment): readonly Part[] {
  const anchors = anchorsOf(results);
  const titles = titlesOf(results);
  const drills = results.scenarios.map((scenario) => timeline(scenario, anchors)).filter((drill) => drill !== false);
  const timelines =
    drills.length > 0 &&
    html`<section id="timeline" aria-labelledby="timeline-title"><h2 id="timeline-title">${drills.length === 1 ? 'Timeline of the drill' : 'Timelines of the drills'}</h2>${drills}</section>`;
  const options = { anchors, titles, attachments: attachmentShow(readAttachment), again: againCommand.bind(undefined, results) };
  return [
    { id: 'attention', title: 'What did not pass', shown: attention(results, anchors) },
    { id: 'not-judged', title: 'Not judged', shown: notJudged(results) },
    { id: 'idp', title: 'Identity provider', shown: identityProvider(results) },
    { id: 'departures', title: 'Where it is weaker', shown: departures(results, titles) },
    { id: 'warnings', title: 'Warnings', shown: warnings(results) },
    { id: 'reading', title: 'How to read it', shown: howToRead() },
    { id: 'timeline', title: 'Timeline', shown: timelines },
    { id: 'scenarios', title: 'Scenarios', shown: scenarios(results, options) },
    { id: 'faults', title: 'Faults', shown: faults(results, anchors) },
    { id: 'deviations', title: 'Deviations', shown: deviations(results, anchors) },
    { id: 'checks', title: 'Whole-run checks', shown: checkers(results, titles) },
    { id: 'requirements', title: 'Requirements', shown: requirements(results, anchors, titles) },
    { id: 'run', title: 'About this run', shown: runFacts(results) },
  ].filter(({ shown }) => shown !== false);
}

const contents = (parts: readonly Part[]): Markup =>
  html`<nav class="contents" aria-label="Contents"><ul>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;

/**
 * The whole report as the text of one HTML file.
 * @param readAttachment returns the bytes of a file of the results folder (PNG and JPEG are put into the page), or undefined when it cannot be read; the default reads nothing.
 */
export function htmlReport(results: RunResults, readAttachment: ReadAttachment = () => undefined): string {
  const parts = partsOf(results, readAttachment);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${verbatim(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Tempered: ${headline(results)}</title>
<style>${verbatim(styles)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the findings</a>
${markSymbols()}
${summary(results, anchorsOf(results))}
<div class="frame">${contents(parts)}
<main id="main">${contradictionBox(results)}${parts.map(({ shown }) => shown)}</main></div>
<footer><p>Written by Tempered ${results.run.version} from results.json of run ${results.run.id}. Evidence, not a certificate.</p></footer>
<script>${verbatim(script)}</script>
</body>
</html>
`.text;
}
