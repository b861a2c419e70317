/** Chance that one seed repeats: a stream of HMAC-SHA-256 blocks. For worlds only; a product takes the machine's own. */
import { createHmac } from 'node:crypto';

export type SeededRandom = {
  bytes(count: number): Uint8Array<ArrayBuffer>;
  /** At least 0, below 1. */
  fraction(): number;
};

/** Streams of different `label`s do not depend on each other, so that one actor more does not change all the others. */
export function seededRandom(seed: number, label: string): SeededRandom {
  let block = 0;
  let rest = new Uint8Array(0);
  const bytes = (count: number): Uint8Array<ArrayBuffer> => {
    while (rest.length < count) {
      const next = createHmac('sha256', `tempered ${seed}`).update(`${label} ${block++}`).digest();
      rest = new Uint8Array(Buffer.concat([rest, next]));
    }
    const taken = rest.slice(0, count);
    rest = rest.slice(count);
    return taken;
  };
  return { bytes, fraction: () => Buffer.from(bytes(6)).readUIntBE(0, 6) / 2 ** 48 };
}
