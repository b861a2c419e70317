/** What was packed by deflate, bare or as zlib or gzip, unpacked as far as a bound: a SAML message in an address travels so. RFC 1950, 1951, 1952. */
import { constants, inflateRawSync, inflateSync } from 'node:zlib';
import { canBeFixedBlock } from './fixed-codes.ts';

/** Of each packed text; what lies behind is not read. */
export const maxInflatedBytes = 256 * 1024;

/** The text of packed bytes; undefined when they are none. One that lacks its end is read as far as it goes. */
export function inflated(bytes: Buffer): string | undefined {
  // Whatever follows is no matter then: a reader of gzip would take it for the next member, and break.
  if (isGzip(bytes)) return unpacked(bytes.subarray(gzipHeadLength(bytes)), inflateRawSync);
  if (isZlib(bytes)) return unpacked(bytes, inflateSync);
  if (!mayBeBare(bytes)) return undefined;
  const text = unpacked(bytes, inflateRawSync);
  return text !== undefined && looksLikeText(text) ? text : undefined;
}

/** From every gzip head in a text with one character for each byte, and from its beginning unless that is plain text. */
export function inflatedIn(text: string): readonly string[] {
  const starts = new Set(plainBeginning.test(text) ? [] : [0]);
  for (let at = text.indexOf(gzipHead); at !== -1; at = text.indexOf(gzipHead, at + 1)) starts.add(at);
  return [...starts].flatMap((at) => inflated(Buffer.from(at === 0 ? text : text.slice(at), 'latin1')) ?? []);
}

/** From runs of base64, each by itself and from its first character: what was packed cannot be read from its middle. */
export function inflatedRuns(runs: readonly string[]): readonly string[] {
  return runs.filter((run) => !isWord(run)).flatMap((run) => inflatedRun(run) ?? []);
}

/** Names, paths and hexadecimal ids. What was packed bare has a digit among its first forty letters, but once in some thousands; zlib and gzip show by their heads. */
const isWord = (run: string): boolean => /^(?!e[AFJN]|H4sI)[A-Za-z/_-]{1,40}$|^[0-9a-f-]+$/.test(run);

/** Runs that came to nothing: a text is read many times over, and what is in one is in the next. */
const notPacked = new Set<string>();
const [mostRemembered, longestRemembered] = [65_536, 1_024];

function inflatedRun(run: string): string | undefined {
  if (notPacked.has(run)) return undefined;
  const text = inflated(Buffer.from(run, 'base64'));
  if (text !== undefined || run.length > longestRemembered) return text;
  if (notPacked.size >= mostRemembered) notPacked.clear();
  notPacked.add(run);
  return undefined;
}

const plainBeginning = /^[\t\n\r -~]{24}/;
const gzipHead = '\x1f\x8b\x08';
const isGzip = (bytes: Buffer): boolean => bytes.length > 18 && bytes.subarray(0, 3).toString('latin1') === gzipHead;
/** RFC 1952 §2.3: ten bytes, and what its flags announce. */
function gzipHeadLength(bytes: Buffer): number {
  const flags = bytes[3] ?? 0;
  const afterZero = (at: number): number => bytes.indexOf(0, at) + 1 || bytes.length;
  let length = 10;
  if (flags & 0x04) length += 2 + bytes.readUInt16LE(length);
  if (flags & 0x08) length = afterZero(length);
  if (flags & 0x10) length = afterZero(length);
  return flags & 0x02 ? length + 2 : length;
}

const isZlib = (bytes: Buffer): boolean => bytes.length > 6 && ((bytes[0] ?? 0) & 0x8f) === 0x08 && bytes.readUInt16BE(0) % 31 === 0;

/** Bare deflate has no head: what its first block says of itself must be possible. RFC 1951 §3.2.3. */
function mayBeBare(bytes: Buffer): boolean {
  const [first = 0, second = 0] = bytes;
  const kind = (first >> 1) & 3;
  if (bytes.length < 5 || kind === 3) return false;
  if (kind === 0) return (bytes.readUInt16LE(1) ^ bytes.readUInt16LE(3)) === 0xffff;
  if (kind === 1) return canBeFixedBlock(bytes);
  return first >> 3 <= 29 && (second & 31) <= 29 && hasWholeCode(bytes);
}

const whereLengthsAreCounted = 13;
const longestLength = 7;
/** A block with codes of its own first says how long the words of a first code are: they must fill it to the last place, and what chance makes of bytes seldom does. RFC 1951 §3.2.7. */
function hasWholeCode(bytes: Buffer): boolean {
  const bitsAt = (at: number, count: number): number =>
    Array.from({ length: count }, (_, index) => (((bytes[(at + index) >> 3] ?? 0) >> ((at + index) & 7)) & 1) << index).reduce(
      (sum, bit) => sum | bit,
      0,
    );
  const lengths = Array.from({ length: 4 + bitsAt(whereLengthsAreCounted, 4) }, (_, index) =>
    bitsAt(whereLengthsAreCounted + 4 + 3 * index, 3),
  );
  const filled = lengths.reduce((sum, length) => sum + (length === 0 ? 0 : 1 << (longestLength - length)), 0);
  return filled === 1 << longestLength;
}

/** Chance makes bytes of any kind of what was never packed; letters it makes seldom. */
function looksLikeText(text: string): boolean {
  const beginning = text.slice(0, 256);
  return beginning.replace(/[^\0\t\n\r -~]/g, '').length * 4 >= beginning.length * 3;
}

type Unpack = (bytes: Buffer, options: { readonly maxOutputLength: number; readonly finishFlush: number }) => Buffer;

/** Too much within: the first half is tried, and so on, until what comes out is bounded. */
function unpacked(bytes: Buffer, unpack: Unpack): string | undefined {
  for (let part = bytes; part.length > 4; part = part.subarray(0, part.length >> 1)) {
    try {
      return unpack(part, { maxOutputLength: maxInflatedBytes, finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
    } catch (failure) {
      if (!(failure instanceof Error && 'code' in failure && failure.code === 'ERR_BUFFER_TOO_LARGE')) return undefined;
    }
  }
  return undefined;
}
