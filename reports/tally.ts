/** Counts and orders what a run found: verdicts, what was planned and never ran, and contradictions within the results themselves. */
import type { RunResults, ScenarioResult, VerdictKind } from '../harness/verdict/results.ts';

/** From worst to best: the order in which a reader should meet them. */
export const verdictKinds = ['fail', 'error', 'inconclusive', 'skipped', 'pass'] as const satisfies readonly VerdictKind[];

export type Tally = Readonly<Record<VerdictKind, number>> & { readonly planned: number; readonly notRun: number };

/** Counts of scenarios by verdict; `notRun` are those that were planned and left no result. */
export function tally(results: RunResults): Tally {
  const count = (kind: VerdictKind): number => results.scenarios.filter(({ verdict }) => verdict.kind === kind).length;
  return {
    planned: results.planned,
    notRun: Math.max(0, results.planned - results.scenarios.length),
    pass: count('pass'),
    fail: count('fail'),
    error: count('error'),
    inconclusive: count('inconclusive'),
    skipped: count('skipped'),
  };
}

/** Neither passed nor skipped, worst first; within a verdict in the order of the run. */
export const notPassed = (scenarios: readonly ScenarioResult[]): readonly ScenarioResult[] =>
  verdictKinds.slice(0, 3).flatMap((kind) => scenarios.filter(({ verdict }) => verdict.kind === kind));

/** The worst of some verdicts; `skipped` counts only when nothing else is there. Undefined when there are none. */
export function worst(kinds: readonly VerdictKind[]): VerdictKind | undefined {
  const ran = kinds.filter((kind) => kind !== 'skipped');
  return verdictKinds.find((kind) => (ran.length > 0 ? ran : kinds).includes(kind));
}

/** Sentences that say where results claim more than they hold. A green verdict with one of these must not be believed. */
export function contradictions(results: RunResults): readonly string[] {
  const counts = tally(results);
  const green = results.verdict === 'pass' || results.exitCode === 0;
  const unmet = results.scenarios.filter(
    ({ verdict, expectations }) => verdict.kind === 'pass' && expectations.some(({ judged }) => judged !== 'met'),
  );
  const blind = results.checkers.filter(({ verdict, canary }) => verdict === 'pass' && canary === 'not-found');
  const stained = results.checkers.filter(({ verdict, findings }) => verdict === 'pass' && findings.length > 0);
  return [
    green && notPassed(results.scenarios).length > 0 ? 'The verdict says pass, and yet not every scenario passed.' : '',
    green && results.checkers.some(({ verdict }) => verdict !== 'pass')
      ? 'The verdict says pass, and yet a whole-run check did not hold.'
      : '',
    green && counts.notRun > 0 ? 'The verdict says pass, and yet not everything that was planned was run.' : '',
    green && counts.pass === 0 ? 'The verdict says pass, and yet nothing passed.' : '',
    (results.verdict === 'pass') !== (results.exitCode === 0)
      ? `The verdict is ${results.verdict}, and yet the exit code is ${results.exitCode}.`
      : '',
    results.scenarios.length > results.planned ? 'More scenarios were run than were planned.' : '',
    ...unmet.map(({ claim }) => `“${claim}” is marked as passed with an expectation that was not met.`),
    ...blind.map(({ claim }) => `“${claim}” is marked as held, and yet its planted finding was not found.`),
    ...stained.map(({ claim }) => `“${claim}” is marked as held, and yet it has findings.`),
  ].filter((sentence) => sentence !== '');
}
