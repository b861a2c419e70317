/** Who changes the identity provider's answers right now: one rewriter for each kind of answer, and a note of every answer that was changed. */
import type { Undo } from '../../idp/driver.ts';
import { AlreadyDisturbed } from '../mode-switch.ts';
import { type AnswerKind, type ExchangeHead, type IdpAnswer, isOfKind } from './idp-answer.ts';

export type Rewriter = {
  readonly kind: AnswerKind;
  /** What it changes, in words for people; it holds no secret. */
  readonly change: string;
  /** Undefined when this answer holds nothing to change: it passes as it came. A throw breaks the exchange with 502. */
  rewrite(answer: IdpAnswer): IdpAnswer | undefined;
  /** How long a changed answer is held back, in milliseconds. */
  readonly heldMs?: number;
};
/** One answer that left the proxy changed. */
export type RewrittenAnswer = { readonly kind: AnswerKind; readonly change: string; readonly atMs: number };

export type Rewriters = {
  readonly rewritten: readonly RewrittenAnswer[];
  /** True while any answer would be changed. */
  active(): boolean;
  /** Throws `AlreadyDisturbed` while this kind has a rewriter. The returned function ends it, and does nothing a second time. */
  add(rewriter: Rewriter): Undo;
  /** Whose turn it is for this exchange, if anybody's. */
  forExchange(head: ExchangeHead): Rewriter | undefined;
  noteRewritten(rewriter: Rewriter): void;
};

/** Nobody at first. `now` is real time in milliseconds since the epoch. */
export function rewritersOf(host: string, now: () => number): Rewriters {
  const active = new Map<AnswerKind, Rewriter>();
  const rewritten: RewrittenAnswer[] = [];
  return {
    rewritten,
    active: () => active.size > 0,
    add(rewriter) {
      const { kind, change } = rewriter;
      const before = active.get(kind);
      if (before) throw new AlreadyDisturbed(`the ${kind} answer of ${host}`, `rewritten (${before.change})`, `rewritten (${change})`);
      active.set(kind, rewriter);
      return async () => {
        if (active.get(kind) === rewriter) active.delete(kind);
      };
    },
    forExchange: (head) => [...active.values()].find(({ kind }) => isOfKind(kind, head)),
    noteRewritten: ({ kind, change }) => void rewritten.push({ kind, change, atMs: now() }),
  };
}
