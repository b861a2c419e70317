/** Ends what lasts longer than a request, a stream or a web socket, soon after it may not go on (S7, K-04). */
import type { Clock } from '../../../kernel/ports.ts';
import { judge, type RefusalCode, type RuleTable } from '../../../kernel/rule.ts';
import type { LastingFacts } from './rules.ts';

/** In the system's time. What may not go on has ended after at most this, and one unanswered call. */
export const askAgainEveryMs = 5_000;

export type Lasting = {
  readonly clock: Clock;
  readonly table: RuleTable<LastingFacts>;
  /** Gathered every `askAgainEveryMs`. */
  facts(): Promise<LastingFacts>;
  /** Told once, unless it has ended by itself. */
  end(code: RefusalCode): void;
};

/** The function that it returns ends the watch, when what it watches has ended by itself. */
export function watch({ clock, table, facts, end }: Lasting): () => void {
  let over = false;
  const asking = async (): Promise<void> => {
    for (;;) {
      await clock.after(askAgainEveryMs);
      if (over) return;
      const judgement = judge(table, await facts());
      if (judgement.allowed || over) continue;
      over = true;
      return end(judgement.code);
    }
  };
  asking().catch(() => {
    if (!over) end('ingress.lasting.authentication-silent');
    over = true;
  });
  return () => {
    over = true;
  };
}
