/** From verdicts to the exit code of a run: nothing unknown is ever green. */
import type { RunResults, Verdict } from './results.ts';

/** 0 all planned checks passed; 1 a check failed; 2 usage; 3 inconclusive or not everything ran; 4 the harness itself broke. */
export const exitCodes = { pass: 0, fail: 1, usage: 2, inconclusive: 3, error: 4 } as const;

type Judged = {
  readonly planned: number;
  readonly verdicts: readonly Verdict[];
  readonly checkers: readonly ('pass' | 'fail' | 'inconclusive')[];
};

/** Fail outweighs error, error outweighs inconclusive. A skip is allowed; a plan of which nothing passed is not. */
export function runVerdict({ planned, verdicts, checkers }: Judged): Pick<RunResults, 'verdict' | 'exitCode'> {
  const has = (kind: Verdict['kind']): boolean => verdicts.some((verdict) => verdict.kind === kind);
  const verdict = ((): RunResults['verdict'] => {
    if (has('fail') || checkers.includes('fail')) return 'fail';
    if (has('error')) return 'error';
    const unknown = has('inconclusive') || checkers.includes('inconclusive') || verdicts.length < planned || !has('pass');
    return unknown ? 'inconclusive' : 'pass';
  })();
  return { verdict, exitCode: exitCodes[verdict] };
}
