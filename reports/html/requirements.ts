/** The index of requirements: for each id, what speaks for it in this run and how that ended. */
import type { CheckerResult, RunResults, ScenarioResult, VerdictKind } from '../../harness/verdict/results.ts';
import { sentence, verdictWord } from '../in-words.ts';
import { html, type Markup } from '../markup.ts';
import { type Standing, standingKinds, standingOf, standingWords } from '../standing.ts';
import { worst } from '../tally.ts';
import { type Anchors, requirementAnchor } from './anchors.ts';
import { isRequirement, type Titles } from './ids.ts';
import { type Column, table } from './table.ts';
import { mark, verdictBadge } from './verdict-mark.ts';

type Speaker = {
  readonly claim: string;
  readonly kind: VerdictKind;
  readonly word: string;
  readonly anchor: string;
  readonly standing?: Standing;
};
type Row = { readonly id: string; readonly speakers: readonly Speaker[] };

const byId = (left: Row, right: Row): number => left.id.localeCompare(right.id, 'en', { numeric: true });

const ofScenario = (scenario: ScenarioResult, anchors: Anchors): Speaker => {
  const { claim, verdict } = scenario;
  return { claim, kind: verdict.kind, word: verdictWord[verdict.kind], anchor: anchors(scenario) };
};

const ofCheck = (checker: CheckerResult): Speaker => {
  const standing = standingOf(checker);
  return { claim: checker.claim, kind: standingKinds[standing], word: standingWords[standing], anchor: 'checks', standing };
};

function rowsOf(results: RunResults, anchors: Anchors): readonly Row[] {
  const all = [
    ...results.scenarios.flatMap((scenario) => scenario.proves.map((id) => ({ id, ...ofScenario(scenario, anchors) }))),
    ...results.checkers.flatMap((checker) => checker.cites.map((id) => ({ id, ...ofCheck(checker) }))),
  ];
  return [
    ...Map.groupBy(
      all.filter(({ id }) => isRequirement(id)),
      ({ id }) => id,
    ),
  ]
    .map(([id, speakers]) => ({ id, speakers }))
    .toSorted(byId);
}

const isNoEvidence = ({ standing }: Speaker): boolean => standing === 'no-evidence';

/** So many are named at once; of more, those that passed are folded. */
const mostNamed = 4;

/** What is no evidence says so to everybody; the words of the other marks are for who cannot see those. */
function line(speaker: Speaker): Markup {
  const { claim, kind, word, anchor } = speaker;
  const said = isNoEvidence(speaker) ? html` <span class="quiet">${word}</span>` : html`<span class="unseen">: ${word}</span>`;
  return html`<li>${mark(kind)} <a href="#${anchor}">${sentence(claim)}</a>${said}</li>`;
}

const named = (speakers: readonly Speaker[]): Markup => html`<ul class="speakers">${speakers.map(line)}</ul>`;

function spoken(speakers: readonly Speaker[]): Markup {
  if (speakers.length <= mostNamed) return named(speakers);
  const passed = speakers.filter(({ kind }) => kind === 'pass');
  const others = speakers.filter(({ kind }) => kind !== 'pass');
  return html`${others.length > 0 && named(others)}${
    passed.length > 0 && html`<details class="more"><summary>${mark('pass')} ${passed.length} passed</summary>${named(passed)}</details>`
  }`;
}

/** The worst of what speaks for it. By checks without evidence alone, nothing is shown as held. */
const badge = (speakers: readonly Speaker[]): Markup =>
  speakers.every(isNoEvidence)
    ? verdictBadge(standingKinds['no-evidence'], standingWords['no-evidence'])
    : verdictBadge(worst(speakers.map(({ kind }) => kind)) ?? 'inconclusive');

const columns = (titles: Titles): readonly Column<Row>[] => [
  {
    title: 'Requirement',
    kind: 'main',
    cell: ({ id }) => html`<span class="id" id="${requirementAnchor(id)}">${id}</span> <span class="title">${titles(id)}</span>`,
  },
  { title: 'Verdict', cell: ({ speakers }) => badge(speakers) },
  { title: 'What speaks for it', cell: ({ speakers }) => spoken(speakers) },
];

/** The section. The verdict of an id is the worst of what speaks for it; what was skipped, and a check without evidence, counts only when nothing else ran. */
export const requirements = (
  results: RunResults,
  anchors: Anchors,
  titles: Titles,
): Markup => html`<section id="requirements" aria-labelledby="requirements-title"><h2 id="requirements-title">Requirements</h2>
<p class="lead">What this run says about each requirement: the worst verdict of all that speaks for it. A passed scenario <em>supports</em> a requirement; whether that is enough is the reader’s judgement. Ids with an S are decisions of the security model.</p>
${table('Requirements and what speaks for them', columns(titles), rowsOf(results, anchors))}</section>`;
