/** Keeps every crossing that the observers heard, in order, with its bytes. */
import type { Crossing, Observer } from '../../system/kernel/ports.ts';

export type Tap = {
  /** What listeners, outbound ports and the fault proxy are given. */
  readonly observer: Observer;
  readonly crossings: readonly Crossing[];
  /** Head and body together, of everything that went to this zone. */
  bytesToward(zone: string): number;
};

/** An empty tap. Bodies are copied: a sender may use its buffer again. */
export function createTap(): Tap {
  const crossings: Crossing[] = [];
  return {
    crossings,
    observer: { heard: (crossing) => void crossings.push({ ...crossing, body: Uint8Array.from(crossing.body) }) },
    bytesToward: (zone) => crossings.filter(({ to }) => to === zone).reduce((sum, crossing) => sum + sizeOf(crossing), 0),
  };
}

const sizeOf = ({ head, body }: Crossing): number => Buffer.byteLength(head) + body.length;
