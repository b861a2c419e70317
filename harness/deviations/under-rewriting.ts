/** An act while answers of the identity provider are changed. It counts only when one was: otherwise nobody can tell what the outcome means. */

import type { Rewriter } from '../fault-proxy/rewriting/rewriters.ts';
import type { Disturbable } from '../faults/fault.ts';
import type { Outcome } from '../verdict/results.ts';

export type Rewritable = Pick<Disturbable, 'faultProxy'> & { mark(name: string, note?: string): void };

/** The act's outcome; `unknown` when no answer was changed. Rejects with what the rewriter threw. The answers are honest again afterwards, whatever happened. */
export async function underRewriting({ faultProxy, mark }: Rewritable, rewriter: Rewriter, act: () => Promise<Outcome>): Promise<Outcome> {
  const before = faultProxy.rewritten.length;
  const problems: unknown[] = [];
  const undo = faultProxy.rewrite({
    ...rewriter,
    rewrite(answer) {
      try {
        const rewritten = rewriter.rewrite(answer);
        if (rewritten) mark('answer-rewritten', rewriter.change);
        return rewritten;
      } catch (problem) {
        problems.push(problem);
        throw problem;
      }
    },
  });
  const outcome = await act().finally(undo);
  if (problems.length > 0) throw problems[0];
  if (faultProxy.rewritten.length > before) return outcome;
  return { kind: 'unknown', why: `no ${rewriter.kind} answer of the identity provider came by, so nothing was changed` };
}
