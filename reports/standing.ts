/** What a check over the whole run comes to: a pass that is no evidence in this run stands apart from what held, in every report. */
import type { CheckerResult, RunResults, VerdictKind } from '../harness/verdict/results.ts';

/** From worst to best. */
export type Standing = 'not-held' | 'inconclusive' | 'no-evidence' | 'held';

/** The one place that says it; a pass alone is not enough. */
export function standingOf({ verdict, evidence }: Pick<CheckerResult, 'verdict' | 'evidence'>): Standing {
  if (verdict !== 'pass') return verdict === 'fail' ? 'not-held' : 'inconclusive';
  return evidence ? 'held' : 'no-evidence';
}

/** As which verdict it counts beside those of scenarios: like a skipped one, what is no evidence speaks for nothing. */
export const standingKinds: Readonly<Record<Standing, VerdictKind>> = {
  'not-held': 'fail',
  inconclusive: 'inconclusive',
  'no-evidence': 'skipped',
  held: 'pass',
};

/** One word or two, to stand beside a mark. */
export const standingWords: Readonly<Record<Standing, string>> = {
  'not-held': 'not held',
  inconclusive: 'inconclusive',
  'no-evidence': 'no evidence',
  held: 'held',
};

/** The checks of a run that stand so, in its order. */
export const standingSo = ({ checkers }: Pick<RunResults, 'checkers'>, standing: Standing): readonly CheckerResult[] =>
  checkers.filter((checker) => standingOf(checker) === standing);
