/** Reads bytes in every encoding in which a value may travel, several deep: percent, form, JSON and HTML escapes, quoted-printable, base64, base64url, hex, UTF-16, and packed by deflate. */
import { inflatedIn, inflatedRuns } from './inflated.ts';
import { shortestMarker } from './markers.ts';

/** `as` names the encodings that were undone, outermost first; empty for the text as it is. One character for each byte. */
export type Reading = { readonly as: readonly string[]; readonly text: string };

const deepest = 3;

/** The text itself, and what it becomes when up to three encodings are undone, in whatever order. No reading comes twice. */
export function readings(text: string): readonly Reading[] {
  const seen = new Set([text]);
  let level: readonly Reading[] = [{ as: [], text }];
  const all = [...level];
  for (let depth = 0; depth < deepest; depth += 1) {
    level = level.flatMap((reading) => undone(reading, seen));
    all.push(...level);
  }
  return all;
}

function undone(reading: Reading, seen: Set<string>): readonly Reading[] {
  const next: Reading[] = [];
  for (const [name, decode] of decoders) {
    for (const text of decode(reading.text)) {
      if (text.length < shortestMarker || seen.has(text)) continue;
      seen.add(text);
      next.push({ as: [...reading.as, name], text });
    }
  }
  return next;
}

type Decoder = (text: string) => readonly string[];

const byte = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));
const percent = (text: string): string => text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => byte(hex));

const decoders: readonly (readonly [string, Decoder])[] = [
  ['percent', (text) => [percent(text)]],
  ['form', (text) => [percent(text.replaceAll('+', ' '))]],
  ['json', (text) => [text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(["'\\/]))/gi, (_, u, x, plain) => plain ?? byte(u ?? x))]],
  ['html', (text) => [text.replace(/&(?:#x([0-9a-f]{1,4})|#(\d{1,5})|(\w{2,6}));?/gi, entity)]],
  ['quoted-printable', (text) => [text.replace(/=(?:([0-9a-f]{2})|\r?\n)/gi, (_, hex?: string) => (hex ? byte(hex) : ''))]],
  ['utf-16', (text) => [text.replaceAll('\0', '')]],
  ['base64', (text) => [...fromBase64(text), ...fromBase64(unfolded(text))]],
  ['hex', fromHex],
  ['deflate', inflatedIn],
  ['base64 of deflate', (text) => [...inflatedRuns(text.match(base64Run)), ...inflatedRuns(unfolded(text).match(base64Run))]],
];

const entities: Readonly<Record<string, string>> = { commat: '@', period: '.', hyphen: '-', plus: '+', amp: '&', quot: '"', nbsp: ' ' };
function entity(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
  return String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
}

/** Without line breaks, as mail folds base64; empty when there is nothing to unfold. */
const unfolded = (text: string): string => (/[\r\n]/.test(text) ? text.replace(/\r?\n[ \t]?/g, '') : '');

const base64Run = new RegExp(`[A-Za-z0-9+/_-]{${Math.ceil((shortestMarker * 4) / 3)},}`, 'g');
const hexRun = new RegExp(`[0-9a-fA-F]{${shortestMarker * 2},}`, 'g');

/** What precedes an encoded value may look encoded, too: so every run is read from each of its first four characters. */
function fromBase64(text: string): readonly string[] {
  return fromRuns(text.match(base64Run), 4, 'base64');
}

function fromHex(text: string): readonly string[] {
  return fromRuns(text.match(hexRun), 2, 'hex');
}

function fromRuns(runs: readonly string[] | null, offsets: number, encoding: 'base64' | 'hex'): readonly string[] {
  if (!runs) return [];
  return Array.from({ length: offsets }, (_, offset) =>
    runs.map((run) => Buffer.from(run.slice(offset), encoding).toString('latin1')).join('\n'),
  );
}
