/** What is turned away before it is unpacked is only what zlib turns away, too; and most of what was never packed is. */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canBeFixedBlock } from '../harness/tap/fixed-codes.ts';

/** As the search unpacks: what ends too soon is no mistake. */
function zlibTakes(bytes: Uint8Array): boolean {
  try {
    inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
    return true;
  } catch {
    return false;
  }
}

/** Any bytes, behind the head of a last block with the fixed codes. */
const blocks = fc
  .uint8Array({ minLength: 1, maxLength: 80, size: 'max' })
  .map((bytes) => Uint8Array.from(bytes, (byte, at) => (at === 0 ? (byte & 0xf8) | 0b011 : byte)));

test('nothing is turned away that zlib takes', () => {
  fc.assert(
    fc.property(blocks, (bytes) => canBeFixedBlock(bytes) || !zlibTakes(bytes)),
    { numRuns: 20_000 },
  );
});

test('whatever was packed with the fixed codes can be a block of them, cut off wherever', () => {
  const packed = fc.tuple(fc.string({ unit: fc.constantFrom(...'abé \u00ff\u0000'), maxLength: 600 }), fc.nat({ max: 700 }));
  fc.assert(
    fc.property(packed, ([text, cut]) =>
      canBeFixedBlock(deflateRawSync(Buffer.from(text, 'latin1'), { strategy: constants.Z_FIXED }).subarray(0, cut)),
    ),
    { numRuns: 2_000 },
  );
});

test('of what chance makes, most that zlib refuses is turned away', () => {
  const refused = fc.sample(blocks, 4_000).filter((bytes) => bytes.length > 40 && !zlibTakes(bytes));
  const kept = refused.filter(canBeFixedBlock);
  expect(refused.length).toBeGreaterThan(500);
  expect(kept.length / refused.length).toBeLessThan(0.1);
});
