/** The few shapes of the name system's messages that a server of TXT records needs. RFC 1035 §4. */

export type Question = {
  readonly id: number;
  readonly name: string;
  readonly type: number /** The question as it came. */;
  readonly bytes: Uint8Array;
};

export const typeTxt = 16;
export const typeCname = 5;
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

/** `at`: whose they are, where it is another name than was asked for. `cutOff`: said to be too long for a datagram, and left out (RFC 1035 §4.1.1, TC). */
export type Answered = {
  readonly alias?: string | undefined;
  readonly texts: readonly string[];
  readonly at?: string | undefined;
  readonly cutOff?: boolean;
};

/** Authoritative. Nothing: there is no such name. A text of more than 255 bytes is in several pieces. RFC 1035 §3.3.14, §4.1.1; an alias comes first, §4.3.2 of RFC 1034. */
export function answerTo({ id, bytes }: Question, answered: Answered | undefined): Uint8Array {
  const { alias, texts = [], at, cutOff = false } = answered ?? {};
  const owner = at === undefined ? Buffer.from([0xc0, headerBytes]) : encodedName(at);
  const records = cutOff
    ? []
    : [
        ...(alias === undefined ? [] : [record(typeCname, Buffer.from([0xc0, headerBytes]), encodedName(alias))]),
        ...texts.map((text) => record(typeTxt, owner, piecesOf(text))),
      ];
  const header = Buffer.alloc(headerBytes);
  header.writeUInt16BE(id, 0);
  header.writeUInt16BE(0x8400 | (cutOff ? 0x0200 : 0) | (answered === undefined ? nameError : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, bytes, ...records]);
}

const encodedName = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label, 'latin1')])),
    Buffer.from([0]),
  ]);

function piecesOf(text: string): Buffer {
  const all = Buffer.from(text);
  const pieces = Array.from({ length: Math.max(1, Math.ceil(all.length / 255)) }, (_, index) =>
    all.subarray(index * 255, (index + 1) * 255),
  );
  return Buffer.concat(pieces.flatMap((piece) => [Buffer.from([piece.length]), piece]));
}

/** Of class IN, kept by nobody. RFC 1035 §4.1.3. */
function record(type: number, owner: Buffer, data: Buffer): Buffer {
  const head = Buffer.alloc(10);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(1, 2);
  head.writeUInt32BE(0, 4);
  head.writeUInt16BE(data.length, 8);
  return Buffer.concat([owner, head, data]);
}
