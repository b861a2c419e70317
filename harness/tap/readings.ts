/** Reads bytes in every encoding in which a value may travel, several deep: percent, JSON and HTML escapes, quoted-printable, base64, base64url, hex, UTF-16, and packed by deflate. */
import { inflatedIn, inflatedRuns } from './inflated.ts';
import { shortestMarker } from './markers.ts';

/** `as` names the encodings that were undone, outermost first; empty for the text as it is. One character for each byte. */
export type Reading = { readonly as: readonly string[]; readonly text: string };

const deepest = 3;

/** `runs`: what looked like base64 in the text itself and was undone. */
export type Read = { readonly readings: readonly Reading[]; readonly runs: ReadonlySet<string> };

/**
 * The text itself, and what it becomes when up to three encodings are undone, in whatever order. No reading comes twice, and no run of base64 or hex is undone twice: the same run in another reading of this text can only show the same.
 * Runs of base64 in `passedOver` are not undone at all: whoever asks has seen what they show.
 */
export function read(text: string, passedOver: ReadonlySet<string> = new Set()): Read {
  const known: Known = { texts: new Set([text]), base64: new Set(), hex: new Set(), passedOver };
  let level: readonly Reading[] = [{ as: [], text }];
  const all = [...level];
  let runs: ReadonlySet<string> = new Set();
  for (let depth = 0; depth < deepest; depth += 1) {
    level = level.flatMap((reading) => undone(reading, known));
    all.push(...level);
    if (depth === 0) runs = new Set(known.base64);
  }
  return { readings: all, runs };
}

/** UTF-16 writes what can be a marker as its letters with a zero beside each: whoever reads it leaves the zeros out. */
export const withoutZeros = (text: string): string => text.replaceAll('\0', '');

type Known = {
  readonly texts: Set<string>;
  readonly base64: Set<string>;
  readonly hex: Set<string>;
  readonly passedOver: ReadonlySet<string>;
};

function undone(reading: Reading, known: Known): readonly Reading[] {
  const plain = withoutZeros(reading.text);
  known.texts.add(plain);
  const looksLikeBase64 = [plain, ...unfolded(plain)].flatMap((text) => text.match(base64Run) ?? []);
  const base64 = newRuns(
    looksLikeBase64.filter((run) => !known.passedOver.has(run)),
    known.base64,
  );
  const found: readonly (readonly [string, readonly string[]])[] = [
    ...substitutions.map(([name, substitute]) => [name, substituted(reading.text, plain, substitute)] as const),
    ['base64', fromRuns(base64, 4, 'base64')],
    ['hex', fromRuns(newRuns(plain.match(hexRun) ?? [], known.hex), 2, 'hex')],
    ['deflate', inflatedIn(reading.text)],
    ['base64 of deflate', together(inflatedRuns(base64.flatMap((run) => [run, ...betweenSpaces(run), ...behindWords(run)])))],
  ];
  return found.flatMap(([name, texts]) =>
    texts.filter((text) => isNew(text, known.texts)).map((text) => ({ as: [...reading.as, name], text })),
  );
}

/** The zeros stay, for they may belong to what is packed; and are left out where one stands inside of what is substituted. */
function substituted(text: string, plain: string, substitute: (text: string) => string): readonly string[] {
  const [whole, without] = [substitute(text), text === plain ? undefined : substitute(plain)];
  return without === undefined || without === withoutZeros(whole) ? [whole] : [whole, without];
}

function isNew(text: string, known: Set<string>): boolean {
  if (text.length < shortestMarker || known.has(text)) return false;
  known.add(text);
  return true;
}

function newRuns(runs: readonly string[], known: Set<string>): readonly string[] {
  const fresh = [...new Set(runs)].filter((run) => !known.has(run));
  for (const run of fresh) known.add(run);
  return fresh;
}

/** Between what was read from two runs: a character that no encoding takes for its own. A line break would be undone with the folds of base64 and quoted-printable, and the one run be glued to the other. */
const apart = '\x1f';
const together = (texts: readonly string[]): readonly string[] => (texts.length === 0 ? [] : [texts.join(apart)]);

const byte = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));

/** What stands for one character each, and leaves the rest of a text as it is. */
const substitutions: readonly (readonly [string, (text: string) => string])[] = [
  ['percent', (text) => text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => byte(hex))],
  [
    'json',
    (text) =>
      text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(["'\\/nrt]))/gi, (_, u, x, one) => (one ? (blanks[one] ?? one) : byte(u ?? x))),
  ],
  ['html', (text) => text.replace(/&(?:#x([0-9a-f]{1,4})|#(\d{1,5})|(\w{2,6}));?/gi, entity)],
  ['quoted-printable', (text) => text.replace(/=(?:([0-9a-f]{2})|\r?\n)/gi, (_, hex?: string) => (hex ? byte(hex) : ''))],
];

/** RFC 8259 §7. */
const blanks: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const entities: Readonly<Record<string, string>> = { commat: '@', period: '.', hyphen: '-', plus: '+', amp: '&', quot: '"', nbsp: ' ' };
function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  return String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
}

/** Without line breaks, as mail folds base64: the line behind may begin with a space, and that be written as a form does. Empty when there is nothing to unfold. */
const unfolded = (text: string): readonly string[] => [
  ...(/[\r\n]/.test(text) ? [text.replace(/\r?\n[ \t]?/g, '')] : []),
  ...(/\n\+/.test(text) ? [text.replace(/\r?\n[ \t+]?/g, '')] : []),
];

/** The plus signs may be the spaces of a form: what was packed then begins behind one of them. */
const betweenSpaces = (run: string): readonly string[] =>
  run.includes('+') ? run.split('+').filter((part) => part.length >= shortestBase64) : [];

/** A path, or a name with a value behind it, is one run with what it leads to: each rest of it behind words in small letters. */
function behindWords(run: string): readonly string[] {
  const words = /^(?:[a-z0-9]{0,24}[/_-])+/.exec(run)?.[0] ?? '';
  return [...words].flatMap((letter, at) => (/[/_-]/.test(letter) && run.length - at > shortestBase64 ? [run.slice(at + 1)] : []));
}

const shortestBase64 = Math.ceil((shortestMarker * 4) / 3);
const base64Run = new RegExp(`[A-Za-z0-9+/_-]{${shortestBase64},}`, 'g');
const hexRun = new RegExp(`[0-9a-fA-F]{${shortestMarker * 2},}`, 'g');

/** What precedes an encoded value may look encoded, too: so every run is read from each of its first characters. */
function fromRuns(runs: readonly string[], offsets: number, encoding: 'base64' | 'hex'): readonly string[] {
  if (runs.length === 0) return [];
  return Array.from({ length: offsets }, (_, offset) =>
    runs.map((run) => Buffer.from(run.slice(offset), encoding).toString('latin1')).join(apart),
  );
}
