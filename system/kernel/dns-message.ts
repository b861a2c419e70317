/** Messages of the name system, as far as questions for TXT records need them: each record with the name that owns it. RFC 1035 §4. Threats: a record of somebody else that an answer brings along; a name that points to itself without end. */
import type { OwnedText } from './directory.ts';

/** What cannot be read, or answers something else. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer';
}
const refuse = (why: string): never => {
  throw new UnreadableAnswer(why);
};

const headerBytes = 12;
const typeTxt = 16;
const typeOpt = 41;
const classIn = 1;
/** So much comes in one piece on every way. RFC 6891 §6.2.3. */
const datagramBytes = 1_232;

/** A question for the TXT records of a name of plain labels, to be answered recursively. `id`: 0 to 65,535. */
export function txtQuestion(name: string, id: number): Buffer {
  const labels = name.split('.').map((label) => Buffer.from(label, 'latin1'));
  if (labels.some(({ length }) => length === 0 || length > 63) || name.length > 253)
    throw new TypeError('a name with a label that is empty or too long');
  const header = Buffer.from([id >> 8, id & 0xff, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 1]);
  const asked = labels.flatMap((label) => [Buffer.from([label.length]), label]);
  const opt = [0, 0, typeOpt, datagramBytes >> 8, datagramBytes & 0xff, 0, 0, 0, 0, 0, 0];
  return Buffer.concat([header, ...asked, Buffer.from([0, 0, typeTxt, 0, classIn, ...opt])]);
}

export type TxtAnswer = { readonly cutOff: boolean; readonly records: readonly OwnedText[] };

/** Of the answer section only. A name that is not there has none, whatever comes along. Throws `UnreadableAnswer` for whatever is no answer to this question, for one that says that there is none, and for what somebody says who neither is an authority for the name nor asks one: a referral (RFC 1035 §4.1.1, RFC 1034 §4.3.1). */
export function txtAnswer(message: Buffer, question: Buffer): TxtAnswer {
  try {
    return read(message, question);
  } catch (error) {
    if (error instanceof RangeError) return refuse('it ends too early');
    throw error;
  }
}

/** Whether this message answers this question, whatever it says: by number, name, type and class. Anything else is an answer to somebody else. RFC 5452 §9.1. */
export function answers(message: Buffer, question: Buffer): boolean {
  try {
    return matched(message, question) > 0;
  } catch (error) {
    if (error instanceof RangeError || error instanceof UnreadableAnswer) return false;
    throw error;
  }
}

/** Where the answers begin. */
function matched(message: Buffer, question: Buffer): number {
  const flags = message.readUInt16BE(2);
  if (message.readUInt16BE(0) !== question.readUInt16BE(0) || (flags & 0xf800) !== 0x8000) refuse('it answers another message');
  const asked = nameAt(question, headerBytes);
  const repeated = nameAt(message, headerBytes);
  const isSame =
    message.readUInt16BE(4) === 1 && repeated.name === asked.name && message.readUInt32BE(repeated.next) === (typeTxt << 16) + classIn;
  if (!isSame) refuse('it answers another question');
  return repeated.next + 4;
}

const nameError = 3;
/** AA or RA. RFC 1035 §4.1.1. */
const whoMayKnow = 0x0480;

function read(message: Buffer, question: Buffer): TxtAnswer {
  const from = matched(message, question);
  const flags = message.readUInt16BE(2);
  const code = flags & 0xf;
  if (code !== 0 && code !== nameError) refuse(`it says that there is no answer: ${code}`);
  if ((flags & whoMayKnow) === 0) refuse('neither an authority nor a resolver says it');
  const cutOff = (flags & 0x0200) !== 0;
  return {
    cutOff,
    records: cutOff || code === nameError ? [] : recordsIn(message, { from, count: message.readUInt16BE(6) }),
  };
}

function recordsIn(message: Buffer, { from, count }: { readonly from: number; readonly count: number }): readonly OwnedText[] {
  const records: OwnedText[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    const owner = nameAt(message, at);
    const isTxt = message.readUInt32BE(owner.next) === (typeTxt << 16) + classIn;
    const data = owner.next + 10;
    at = data + message.readUInt16BE(data - 2);
    if (at > message.length) refuse('a record ends behind the message');
    if (isTxt) records.push({ owner: owner.name, text: textOf(message.subarray(data, at)) });
  }
  return records;
}

/** The pieces of a record are one text. RFC 1035 §3.3.14. */
function textOf(data: Buffer): string {
  const pieces: Buffer[] = [];
  for (let at = 0; at < data.length; ) {
    const end = at + 1 + (data[at] ?? 0);
    if (end > data.length) refuse('a piece of text ends behind its record');
    pieces.push(data.subarray(at + 1, end));
    at = end;
  }
  return Buffer.concat(pieces).toString('utf8');
}

type ReadName = { readonly name: string; readonly next: number };
const longestName = 255;

/** A pointer leads to what stands before it, each further than the last: so every name ends. RFC 1035 §4.1.4. */
function nameAt(message: Buffer, from: number): ReadName {
  const labels: string[] = [];
  let next: number | undefined;
  let [at, earliest, size] = [from, from, 0];
  for (;;) {
    const length = message.readUInt8(at);
    if (length === 0) return { name: labels.join('.'), next: next ?? at + 1 };
    if (length >= 0xc0) {
      const to = message.readUInt16BE(at) & 0x3fff;
      next ??= at + 2;
      if (to >= earliest) refuse('a name that points forward');
      at = to;
      earliest = to;
      continue;
    }
    size += length + 1;
    if (length > 63 || size > longestName || at + 1 + length > message.length) refuse('a name that is too long');
    labels.push(labelOf(message.subarray(at + 1, at + 1 + length)));
    at += 1 + length;
  }
}

/** Each byte that is none of a host's letters as `\\123`: two names are the same, byte by byte and without regard to case, exactly when these are equal. RFC 4343 §2.1, RFC 1035 §5.1. */
const labelOf = (bytes: Buffer): string =>
  [...bytes].map((byte) => (plainLetters.test(String.fromCharCode(byte)) ? String.fromCharCode(byte).toLowerCase() : `\\${byte}`)).join('');
const plainLetters = /^[A-Za-z0-9_-]$/;
