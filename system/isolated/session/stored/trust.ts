/** Since when a sign-on counts: one row that ends every older one at once, however many there are, also those whose code is on its way (S10). */
import type { Store } from '../../../kernel/ports.ts';
import type { SignOn } from './sign-ons.ts';

/** `generation` tells apart what began in the same millisecond. */
type Kept = { readonly generation: number; readonly beganAtMs: number };

export type Trust = {
  generation(): number;
  holds(signOn: SignOn): boolean;
  rotate(): void;
  endBefore(instantMs: number): void;
};

export function trustIn(store: Store): Trust {
  const kept = (): Kept => store.get<Kept>('session.trust', 'current') ?? { generation: 0, beganAtMs: 0 };
  const keep = (next: Kept): void => store.put<Kept>('session.trust', 'current', next);
  return {
    generation: () => kept().generation,
    holds: ({ generation, startedAtMs }) => generation >= kept().generation && startedAtMs >= kept().beganAtMs,
    rotate: () => keep({ generation: kept().generation + 1, beganAtMs: kept().beganAtMs }),
    endBefore: (instantMs) => keep({ ...kept(), beganAtMs: Math.max(kept().beganAtMs, instantMs) }),
  };
}
