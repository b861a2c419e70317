/** Whether bytes can be a block of deflate with the fixed codes, as far as its first words show: a quarter of all that was never packed says so of itself. RFC 1951 §3.2.5, §3.2.6. */

/** Chance seldom gets so far: every fifth word points back, and nearly always to before the beginning. */
const wordsRead = 24;

/** False only for what no reader of deflate would take. The head of the block itself, three bits, is not looked at; what ends too soon is no mistake. */
export function canBeFixedBlock(bytes: Uint8Array): boolean {
  const bits = bitsOf(bytes, 3);
  let produced = 0;
  for (let words = 0; words < wordsRead; words += 1) {
    const word = wordAt(bits);
    if (bits.over() || word === blockEnd) return true;
    if (word < blockEnd) produced += 1;
    else {
      if (word > lastLength) return false;
      const [length, distance] = [lengthOf(word, bits), distanceAt(bits)];
      if (bits.over()) return true;
      if (distance > produced) return false;
      produced += length;
    }
  }
  return true;
}

type Bits = {
  /** Most significant bit first, as codes are packed. */
  code(count: number): number;
  /** Least significant bit first, as numbers are packed. */
  number(count: number): number;
  /** True when more was read than there is. */
  over(): boolean;
};

function bitsOf(bytes: Uint8Array, from: number): Bits {
  let at = from;
  const next = (): number => ((bytes[at >> 3] ?? 0) >> (at++ & 7)) & 1;
  const read = (count: number, put: (sum: number, bit: number, place: number) => number): number => {
    let sum = 0;
    for (let place = 0; place < count; place += 1) sum = put(sum, next(), place);
    return sum;
  };
  return {
    code: (count) => read(count, (sum, bit) => (sum << 1) | bit),
    number: (count) => read(count, (sum, bit, place) => sum | (bit << place)),
    over: () => at > bytes.length * 8,
  };
}

const blockEnd = 256;
/** The two words above it mean nothing. */
const lastLength = 285;

/** A letter is below 256, the end of the block is 256, and what is above is a length. */
function wordAt(bits: Bits): number {
  const seven = bits.code(7);
  if (seven < 0b0011000) return blockEnd + seven;
  const eight = (seven << 1) | bits.code(1);
  if (eight < 0b11000000) return eight - 0b00110000;
  if (eight < 0b11001000) return 280 + eight - 0b11000000;
  return ((eight << 1) | bits.code(1)) - 0b110010000 + 144;
}

/** Of a word above 256. */
function lengthOf(word: number, bits: Bits): number {
  if (word === lastLength) return 258;
  const step = word - 257;
  if (step < 8) return 3 + step;
  const extra = (step >> 2) - 1;
  return 3 + ((4 + (step & 3)) << extra) + bits.number(extra);
}

/** How far back it points; beyond everything for the two codes that mean nothing. */
function distanceAt(bits: Bits): number {
  const code = bits.code(5);
  if (code > 29) return Number.POSITIVE_INFINITY;
  if (code < 4) return 1 + code;
  const extra = (code >> 1) - 1;
  return 1 + ((2 + (code & 1)) << extra) + bits.number(extra);
}
