/** The last words of a run on a terminal: the verdict, what did not pass, where the report lies, and the counts. */
import type { RunResults, VerdictKind } from '../harness/verdict/results.ts';
import { amount, duration } from './amounts.ts';
import { cautions, exitCodeMeaning, headline, reason, sentence, verdictWord } from './in-words.ts';
import { standingOf, standingSo, standingWords } from './standing.ts';
import { contradictions, notPassed, tally } from './tally.ts';

export type Style = VerdictKind | 'strong' | 'quiet';
/** Dresses a text that is already safe to print; the plain one returns it as it is. */
export type Paint = (style: Style, text: string) => string;

/** One sign each, different without colour; plain ASCII letters stand in the word beside it. */
export const signs: Readonly<Record<VerdictKind, string>> = { pass: '✔', fail: '✖', error: '▲', inconclusive: '◆', skipped: '○' };

/** A text on one line that cannot move the cursor, change colours or reorder what follows it. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}|\p{Bidi_Control}/gu, '\ufffd')
    .trim();

const maxReasonCharacters = 400;
const shorten = (text: string): string => {
  const line = oneLine(text);
  return line.length > maxReasonCharacters ? `${line.slice(0, maxReasonCharacters)} …` : line;
};

const labelled = (kind: VerdictKind, word: string, paint: Paint): string => paint(kind, `${signs[kind]} ${word.padEnd(12)}`);

/** Two lines that say what became of something that did not pass. */
export const troubleLines = (
  kind: VerdictKind,
  told: { readonly word?: string; readonly claim: string; readonly why: string },
  paint: Paint,
): readonly string[] => [
  `${labelled(kind, told.word ?? verdictWord[kind], paint)} ${oneLine(sentence(told.claim))}`,
  `${' '.repeat(15)}${paint('quiet', shorten(told.why))}`,
];

const troubles = (results: RunResults, paint: Paint): readonly string[] => [
  ...notPassed(results.scenarios).flatMap(({ verdict, claim }) => troubleLines(verdict.kind, { claim, why: reason(verdict) }, paint)),
  ...results.checkers
    .filter(({ verdict }) => verdict !== 'pass')
    .flatMap((checker) => {
      const { verdict, claim, findings, note, canary } = checker;
      const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
      const why = findings[0] === undefined ? (note ?? `planted finding ${canary}`) : `${findings[0]}${more}`;
      return troubleLines(verdict, { word: standingWords[standingOf(checker)], claim, why }, paint);
    }),
];

const countsLine = (results: RunResults): string => {
  const counts = tally(results);
  const notRun = counts.notRun > 0 ? `, ${counts.notRun} not run` : '';
  return `${counts.planned} planned: ${counts.pass} passed, ${counts.fail} failed, ${counts.error} error, ${counts.inconclusive} inconclusive, ${counts.skipped} skipped${notRun}`;
};

const checksLine = (results: RunResults): string => {
  const without = standingSo(results, 'no-evidence').length;
  const parts = [
    `${standingSo(results, 'held').length} of ${results.checkers.length} held`,
    ...(without > 0 ? [`${without} without evidence`] : []),
    ...(results.run.interrupted ? ['over what ran until the interruption'] : []),
  ];
  return `Whole-run checks: ${parts.join(', ')}.`;
};

const block = (lines: readonly string[]): readonly string[] => (lines.length > 0 ? ['', ...lines] : []);

const maxNamed = 10;

/** What an interrupted run left unjudged, by name as far as a screen has room. */
const notJudged = ({ notRun }: RunResults): readonly string[] => {
  if (notRun.length === 0) return [];
  const beyond = notRun.length - maxNamed;
  return [
    'Not judged:',
    ...notRun.slice(0, maxNamed).map(({ claim }) => `  ${signs.skipped} ${oneLine(sentence(claim))}`),
    ...(beyond > 0 ? [`  and ${beyond} more: see the report`] : []),
  ];
};

/** `where` are the lines that say where the documents lie. The counts are always the last line. */
export function terminalSummary(results: RunResults, where: readonly string[], paint: Paint = (_, text) => text): readonly string[] {
  const { departures } = results.profile;
  return [
    ...block(troubles(results, paint)),
    ...block(contradictions(results).map((one) => `${paint('fail', 'Do not rely on this run:')} ${oneLine(one)}`)),
    '',
    `${paint(results.verdict, `${signs[results.verdict]} ${results.verdict.toUpperCase()}`)}  ${paint('strong', `${headline(results)}.`)}`,
    `  Exit code ${results.exitCode}: ${exitCodeMeaning(results.exitCode)}.`,
    `  ${oneLine(`${results.idp.driver} ${results.idp.version}`)}, ${results.run.mode}, seed ${results.run.seed}, ${duration(results.run.endedAtMs - results.run.startedAtMs)}.`,
    `  ${checksLine(results)}`,
    ...(departures.length > 0 ? [`  Weaker than the source asks in ${amount(departures.length, 'point')}: see the report.`] : []),
    ...block(cautions(results).map(({ says }) => `${paint('inconclusive', `${signs.inconclusive} CAUTION`)}  ${oneLine(sentence(says))}.`)),
    ...block(notJudged(results)),
    ...block(where),
    '',
    countsLine(results),
  ];
}
