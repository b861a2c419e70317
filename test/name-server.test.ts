/** Proofs of e-mail domains in the name system: our reader against a server that answers, denies, or is silent (M-11). */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type NameServer, startNameServer } from '../fakes/name-server/index.ts';
import { questionIn } from '../fakes/name-server/message.ts';
import { txtAnswer, txtQuestion, UnreadableAnswer } from '../system/kernel/dns-message.ts';
import { dnsText } from '../system/kernel/dns-text.ts';
import { systemRandom } from './manual-ports.ts';

let server: NameServer;
beforeEach(async () => {
  server = await startNameServer();
});
afterEach(() => server.close());
const reading = (timeoutMs = 2_000, servers = [`${server.address}:${server.port}`]) =>
  dnsText({ servers, timeoutMs, random: systemRandom });
const own = (...texts: readonly string[]) => texts.map((text) => ({ owner: '_tempered.acme.test', text }));

test('texts are read whole, in any capitals of the name, with the name that owns them', async () => {
  const long = 'x'.repeat(600);
  server.publish('_tempered.acme.test', ['tempered-domain-proof=1', long]);
  expect(await reading().lookup('_Tempered.ACME.test')).toEqual(own('tempered-domain-proof=1', long));
});

test('what is too long for a datagram is read from a stream', async () => {
  const many = Array.from({ length: 30 }, (_, at) => `${at}`.repeat(100));
  server.publish('_tempered.acme.test', many);
  expect(await reading().lookup('_tempered.acme.test')).toEqual(own(...many));
});

test('an answer that is cut off on every way is none', async () => {
  server.publish('_tempered.acme.test', ['here']);
  server.disturb((answer) => [Buffer.concat([answer.subarray(0, 2), Buffer.from([0x86, 0, 0, 1, 0, 0, 0, 0, 0, 0]), answer.subarray(12)])]);
  const failed = reading().lookup('_tempered.acme.test');
  await expect(failed).rejects.toMatchObject({ errors: [{ name: 'UnreadableAnswer', message: 'it is cut off on a stream too' }] });
});

/** The honest answer, under another number and to another name. */
const misdirected = (answer: Buffer): readonly Uint8Array[] => {
  const [otherNumber, otherName] = [Buffer.from(answer), Buffer.from(answer)];
  otherNumber.writeUInt8(answer.readUInt8(1) ^ 1, 1);
  otherName.write('x', 14);
  return [otherNumber, otherName];
};
const withFlags = (answer: Buffer, flags: number): Buffer => {
  const changed = Buffer.from(answer);
  changed.writeUInt16BE(flags, 2);
  return changed;
};

test('what answers another question is passed over, and the answer that follows it is read', async () => {
  server.publish('_tempered.acme.test', ['here']);
  const stray = (answer: Buffer) => [Buffer.alloc(0), Buffer.from('junk'), withFlags(answer, 0x0100), ...misdirected(answer)];
  server.disturb((answer) => [...stray(answer), ...misdirected(withFlags(answer, 0x8402)), answer]);
  expect(await reading().lookup('_tempered.acme.test')).toEqual(own('here'));
});

test('nothing but what answers another question is silence', async () => {
  server.publish('_tempered.acme.test', ['here']);
  server.disturb(misdirected);
  await expect(reading(200).lookup('_tempered.acme.test')).rejects.toMatchObject({ errors: [{ name: 'AbortError' }] });
});

test('a failure of the server ends the question', async () => {
  server.publish('_tempered.acme.test', ['here']);
  server.disturb((answer) => [withFlags(answer, 0x8402), answer]);
  await expect(reading().lookup('_tempered.acme.test')).rejects.toMatchObject({ errors: [{ name: 'UnreadableAnswer' }] });
});

test('another server is asked when the first gives no answer', async () => {
  server.publish('_tempered.acme.test', ['here']);
  const gone = await startNameServer();
  await gone.close();
  const silent = await startNameServer();
  silent.fallSilent();
  const servers = [gone, silent, server].map(({ address, port }) => `${address}:${port}`);
  expect(await reading(200, servers).lookup('_tempered.acme.test')).toEqual(own('here'));
  await silent.close();
});

test('a name that is not there has no texts', async () => {
  expect(await reading().lookup('_tempered.acme.test')).toEqual([]);
});

test('silence is no answer', async () => {
  server.publish('_tempered.acme.test', ['here']);
  server.fallSilent();
  await expect(reading(200).lookup('_tempered.acme.test')).rejects.toThrow('no name server gave an answer');
  server.clear();
  expect(await reading().lookup('_tempered.acme.test')).toEqual([]);
});

test('whatever comes to the server is a question or nothing', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void questionIn(bytes)));
});

test('what another name says comes with that name, behind an alias and without one', async () => {
  server.publish('proof.host.test', ['tempered-domain-proof=1']);
  server.alias('_tempered.acme.test', 'proof.host.test');
  server.mixUp('_tempered.initech.test', 'proof.host.test');
  for (const name of ['proof.host.test', '_tempered.acme.test', '_tempered.initech.test'])
    expect(await reading().lookup(name)).toEqual([{ owner: 'proof.host.test', text: 'tempered-domain-proof=1' }]);
});

const question = txtQuestion('_tempered.acme.test', 7);
/** An honest answer with this much changed in it. */
const answered = (
  records: readonly Uint8Array[],
  { flags = 0x8400, id = 7, asked = question.subarray(12, question.length - 11) } = {},
): Buffer => Buffer.concat([Buffer.from([0, id, flags >> 8, flags & 0xff, 0, 1, 0, records.length, 0, 0, 0, 0]), asked, ...records]);
const record = (owner: readonly number[], { type = 16, data = [2, 0x68, 0x69] as readonly number[] } = {}): Uint8Array =>
  Buffer.from([...owner, 0, type, 0, 1, 0, 0, 0, 0, 0, data.length, ...data]);
const pointer = [0xc0, 12];
const labels = (...parts: readonly string[]): number[] => [...parts.flatMap((part) => [part.length, ...Buffer.from(part, 'latin1')]), 0];

test.each<[string, readonly number[], string]>([
  ['as it was asked for', pointer, '_tempered.acme.test'],
  ['in capitals', labels('_TEMPERED', 'Acme', 'TEST'), '_tempered.acme.test'],
  ['another one', labels('proof', 'host', 'test'), 'proof.host.test'],
  ['one above it', [0xc0, 22], 'acme.test'],
  ['dots within a label', labels('_tempered.acme', 'test'), '_tempered\\46acme.test'],
  [
    'a letter that only becomes one of ASCII when it is made small',
    labels('_tempered', 'acme', 'test\u00e2\u0084\u00aa'),
    '_tempered.acme.test\\226\\132\\170',
  ],
  ['a dotted letter i', labels('_tempered', 'acme', '\u00c4'), '_tempered.acme.\\196'],
  ['the root', [0], ''],
])('the owner of a record is read byte by byte: %s', (_name, owner, read) => {
  expect(txtAnswer(answered([record(owner)]), question).records).toEqual([{ owner: read, text: 'hi' }]);
});

test.each<[string, Buffer]>([
  ['another number', answered([], { id: 8 })],
  ['a question', answered([], { flags: 0x0400 })],
  ['another question', answered([], { asked: Buffer.from([...labels('_tempered', 'evil', 'test'), 0, 16, 0, 1]) })],
  ['a failure of the server', answered([], { flags: 0x8402 })],
  ['a refusal', answered([], { flags: 0x8405 })],
  ['what a server says that is neither an authority nor a resolver', answered([], { flags: 0x8000 })],
  ['such a server with a record', answered([record(pointer)], { flags: 0x8000 })],
  ['such a server that knows of no such name', answered([], { flags: 0x8003 })],
  ['a name that points to itself', answered([record([0xc0, 37])])],
  ['a name that points forward', answered([record([0xc0, 60])])],
  ['a piece of text that is longer than its record', answered([record(pointer, { data: [9, 0x68, 0x69] })])],
  ['a record that is not there', answered([record(pointer)]).subarray(0, -2)],
  ['nothing', Buffer.alloc(0)],
])('%s is no answer', (_name, message) => {
  expect(() => txtAnswer(message, question)).toThrow(UnreadableAnswer);
});

test('a record that is no text says nothing, and one that follows it is read', () => {
  const records = [record(pointer, { type: 5, data: labels('proof', 'host', 'test') }), record(pointer)];
  expect(txtAnswer(answered(records), question).records).toEqual(own('hi'));
});

test.each([
  ['an authority', 0x8400],
  ['a resolver', 0x8080],
])('%s is believed', (_name, flags) => {
  expect(txtAnswer(answered([record(pointer)], { flags }), question).records).toEqual(own('hi'));
});

test('a name that is not there says nothing, whatever comes along', () => {
  expect(txtAnswer(answered([record(pointer)], { flags: 0x8403 }), question)).toEqual({ cutOff: false, records: [] });
});

test('whatever comes as an answer is read, or is no answer', () => {
  const honest = answered([record(pointer), record(labels('a', 'b'))]);
  const damaged = fc.tuple(fc.nat(honest.length - 1), fc.integer({ min: 0, max: 255 }), fc.nat(honest.length)).map(([at, byte, length]) => {
    const message = Buffer.from(honest);
    message[at] = byte;
    return length % 2 === 0 ? message : message.subarray(0, length);
  });
  fc.assert(
    fc.property(
      fc.oneof(
        damaged,
        fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      ),
      (message) => {
        try {
          expect(txtAnswer(message, question).records.length).toBeLessThan(100);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableAnswer);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});
