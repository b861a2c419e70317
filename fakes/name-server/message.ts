/** The few shapes of the name system's messages that a server of TXT records needs. RFC 1035 §4. */

export type Question = {
  readonly id: number;
  readonly name: string;
  readonly type: number /** The question as it came. */;
  readonly bytes: Uint8Array;
};

export const typeTxt = 16;
const headerBytes = 12;

/** Undefined for what is no question with exactly one name. RFC 1035 §4.1.2. */
export function questionIn(message: Uint8Array): Question | undefined {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  if (message.length < headerBytes || (view.getUint16(2) & 0x8000) !== 0 || view.getUint16(4) !== 1) return undefined;
  const labels: string[] = [];
  let at = headerBytes;
  for (;;) {
    const length = message[at];
    if (length === undefined || length > 63) return undefined;
    at += 1;
    if (length === 0) break;
    labels.push(Buffer.from(message.subarray(at, at + length)).toString('latin1'));
    at += length;
  }
  if (message.length < at + 4) return undefined;
  const bytes = message.subarray(headerBytes, at + 4);
  return { id: view.getUint16(0), name: labels.join('.').toLowerCase(), type: view.getUint16(at), bytes };
}

const nameError = 3;

/** Authoritative. `texts` undefined: there is no such name. A text of more than 255 bytes is in several pieces. RFC 1035 §3.3.14, §4.1.1. */
export function answerTo({ id, bytes }: Question, texts: readonly string[] | undefined): Uint8Array {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(0x8400 | (texts === undefined ? nameError : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(texts?.length ?? 0, 6);
  return Buffer.concat([header, bytes, ...(texts ?? []).map(record)]);
}

/** Its name is a pointer to the question's. RFC 1035 §4.1.4. */
function record(text: string): Buffer {
  const all = Buffer.from(text);
  const pieces = Array.from({ length: Math.max(1, Math.ceil(all.length / 255)) }, (_, index) =>
    all.subarray(index * 255, (index + 1) * 255),
  );
  const data = Buffer.concat(pieces.flatMap((piece) => [Buffer.from([piece.length]), piece]));
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc000 | headerBytes, 0);
  head.writeUInt16BE(typeTxt, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(0, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
