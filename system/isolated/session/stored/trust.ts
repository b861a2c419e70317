/** Since when a sign-on counts: one row that ends every older one at once, however many there are, also those whose code is on its way (S10). */
import type { Store } from '../../../kernel/ports.ts';
import type { SignOn } from './sign-ons.ts';

/** `generation` tells apart what began in the same millisecond. */
type Kept = { readonly generation: number; readonly beganAtMs: number };

export type Trust = {
  generation(): number;
  /** Which sign-ons count, read once for however many are asked about. */
  now(): (signOn: SignOn) => boolean;
  rotate(): void;
  endBefore(instantMs: number): void;
};

export function trustIn(store: Store): Trust {
  const kept = (): Kept => store.get<Kept>('session.trust', 'current') ?? { generation: 0, beganAtMs: 0 };
  const keep = (next: Kept): void => store.put<Kept>('session.trust', 'current', next);
  return {
    generation: () => kept().generation,
    now: () => {
      const { generation, beganAtMs } = kept();
      return (signOn) => signOn.generation >= generation && signOn.startedAtMs >= beganAtMs;
    },
    rotate: () => {
      const { generation, beganAtMs } = kept();
      keep({ generation: generation + 1, beganAtMs });
    },
    endBefore: (instantMs) => {
      const { generation, beganAtMs } = kept();
      keep({ generation, beganAtMs: Math.max(beganAtMs, instantMs) });
    },
  };
}
