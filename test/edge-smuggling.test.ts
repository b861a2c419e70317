/** Raw bytes at the edge: one request gets one answer, and nothing reaches the product that the ingress did not judge. RFC 9112 §11.2. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerHeader, openStage, otherHost, type Stage, stageHost } from './edge-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  for (const list of [stage.product, stage.questions, stage.edgeRecords, stage.ingressRecords]) list.length = 0;
});

const host = `Host: ${stageHost}\r\n`;
const forgedReference = 'aaaaa-aaaaa-aaaaa-aaaaa';
const hidden = `GET /issues/99 HTTP/1.1\r\n${host}tempered-reference: ${forgedReference}\r\ntempered-peer: 127.16.0.5\r\n\r\n`;
const chunked = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
const last = `GET /open HTTP/1.1\r\n${host}Connection: close\r\n\r\n`;

/** The second request on the connection is what an honest visitor sends: its answer must be its own. */
const attacks: readonly (readonly [string, string])[] = [
  ['a GET whose chunked body is a request', `GET /open HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n${chunked(hidden)}`],
  ['a HEAD whose chunked body is a request', `HEAD /open HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n${chunked(hidden)}`],
  ['a DELETE whose chunked body is a request', `DELETE /open HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n${chunked(hidden)}`],
  ['an OPTIONS whose chunked body is a request', `OPTIONS /open HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n${chunked(hidden)}`],
  ['a GET with a body', `GET /open HTTP/1.1\r\n${host}Content-Length: ${hidden.length}\r\n\r\n${hidden}`],
  [
    'a GET whose Connection header lists its length',
    `GET /open HTTP/1.1\r\n${host}Connection: content-length\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
  ],
  [
    'a POST whose Connection header lists its length',
    `POST /issues HTTP/1.1\r\n${host}Connection: Content-Length, keep-alive\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
  ],
  ['length and chunks', `POST /issues HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n${chunked(hidden)}`],
  ['chunks and length', `POST /issues HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${hidden}`],
  ['two lengths', `POST /issues HTTP/1.1\r\n${host}Content-Length: 0\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`],
  ['one length in two spellings', `POST /issues HTTP/1.1\r\n${host}Content-Length: 0, ${hidden.length}\r\n\r\n${hidden}`],
  ['a length with a sign', `POST /issues HTTP/1.1\r\n${host}Content-Length: +${hidden.length}\r\n\r\n${hidden}`],
  ['a length in hexadecimal', `POST /issues HTTP/1.1\r\n${host}Content-Length: 0x${hidden.length.toString(16)}\r\n\r\n${hidden}`],
  ['chunks spelt with a tab', `POST /issues HTTP/1.1\r\n${host}Transfer-Encoding:\tchunked\r\n\r\n${chunked(hidden)}`],
  ['chunks with a space before the colon', `POST /issues HTTP/1.1\r\n${host}Transfer-Encoding : chunked\r\n\r\n${chunked(hidden)}`],
  ['chunks spelt xchunked', `POST /issues HTTP/1.1\r\n${host}Transfer-Encoding: xchunked\r\n\r\n${chunked(hidden)}`],
  ['chunks that are not last', `POST /issues HTTP/1.1\r\n${host}Transfer-Encoding: chunked, identity\r\n\r\n${chunked(hidden)}`],
  ['chunks twice', `POST /issues HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n${chunked(hidden)}`],
  ['chunks on a folded line', `POST /issues HTTP/1.1\r\n${host}Transfer-Encoding:\r\n chunked\r\n\r\n${chunked(hidden)}`],
  ['a chunk size with an extension', `POST /issues HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n0;a=\n\r\n\r\n${hidden}`],
  ['a chunk size that overflows', `POST /issues HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n10000000000000000\r\n${hidden}`],
  ['line ends of LF only', `GET /open HTTP/1.1\n${host.replace('\r', '')}\n${hidden}`],
  ['a header after a bare CR', `GET /open HTTP/1.1\r\n${host}X: y\rTempered-Peer: 127.16.0.5\r\n\r\n`],
  [
    'an upgrade to h2c',
    `GET /open HTTP/1.1\r\n${host}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n${hidden}`,
  ],
  [
    'an upgrade to a web socket',
    `GET /open HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n${hidden}`,
  ],
  [
    'an upgrade with a body',
    `POST /issues HTTP/1.1\r\n${host}Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`,
  ],
  ['a tunnel', `CONNECT ${stageHost}:443 HTTP/1.1\r\n${host}\r\n${hidden}`],
  [
    'an HTTP/1.0 request that stays',
    `GET /open HTTP/1.0\r\n${host}Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n${chunked(hidden)}`,
  ],
  ['the preface of HTTP/2', `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${hidden}`],
  ['HTTP/0.9', `GET /open\r\n${hidden}`],
];

test.each(attacks)('%s smuggles nothing', async (_name, attack) => {
  // After an upgrade that nobody takes up, Node reads nothing more on that connection: one answer is all there is.
  const answers = await stage.say(attack + last, attack.includes('Upgrade: ') ? { answers: 1 } : {});
  // What an attacker left on a kept-alive hop would be answered to the next visitor.
  const [next] = await stage.say(last);
  expect(next).toMatchObject({ status: 200, body: expect.stringContaining('/open') });
  const product = stage.product.slice(0, -1);
  const forged = [...stage.questions.map(({ question }) => question), ...stage.ingressRecords].filter(({ peer }) => peer !== '127.0.0.1');
  expect(forged).toEqual([]);
  expect(product.filter(({ headers }) => headers['tempered-peer'] !== '127.0.0.1')).toEqual([]);
  expect(product.filter(({ headers }) => headers['tempered-reference'] === forgedReference)).toEqual([]);
  // Two requests on this connection, and a third where the attack's last bytes were one in the open.
  expect(answers.length).toBeLessThanOrEqual(attack.endsWith(hidden) ? 3 : 2);
  const references = product.map(({ headers }) => headers['tempered-reference']);
  expect(new Set(references).size).toBe(references.length);
  const judged = stage.questions.map(({ question }) => question.reference);
  expect(product.filter(({ url, headers }) => url !== '/open' && !judged.includes(String(headers['tempered-reference'])))).toEqual([]);
});

test('a forged peer, sent in the open, is refused, and what follows on its connection is not heard', async () => {
  const answers = await stage.say(hidden + last);
  expect(answers.map(({ status }) => status)).toEqual([400]);
  expect(stage.edgeRecords.map(({ code }) => code)).toContain('edge.request.internal-header');
  expect(stage.ingressRecords).toEqual([]);
});

test('two honest requests on one connection get their own answers, in order', async () => {
  const answers = await stage.say(`GET /issues/1 HTTP/1.1\r\n${host}\r\n${last}`);
  expect(answers.map(({ status, body }) => [status, body.includes('/issues/1'), body.includes('/open')])).toEqual([
    [200, true, false],
    [200, false, true],
  ]);
});

test.each([
  ['absolute form', `GET https://${stageHost}/open HTTP/1.1`, 'ingress.request.target-not-origin-form'],
  ['absolute form of another host', `GET https://${otherHost}/ HTTP/1.1`, 'ingress.request.target-not-origin-form'],
  ['asterisk form', 'OPTIONS * HTTP/1.1', 'ingress.request.target-not-origin-form'],
  ['a target of 9000 characters', `GET /${'a'.repeat(9_000)} HTTP/1.1`, 'ingress.request.target-too-long'],
  ['a method nobody knows', 'PROPFIND /open HTTP/1.1', 'ingress.request.route-not-listed'],
  ['OPTIONS', 'OPTIONS /open HTTP/1.1', 'ingress.request.route-not-listed'],
  ['HEAD', 'HEAD /open HTTP/1.1', 'ingress.request.route-not-listed'],
])('%s is refused with its own code', async (_name, line, code) => {
  const answers = await stage.say(`${line}\r\n${host}Connection: close\r\n\r\n`);
  expect(answers.map(({ status }) => status >= 400 && status < 500)).toEqual([true]);
  expect(stage.ingressRecords.map((record) => record.code)).toEqual([code]);
  expect(stage.ingressRecords[0]?.reference).toBe(answerHeader(answers[0], 'tempered-reference'));
  expect(stage.product).toEqual([]);
});

test('a body in chunks is refused by the ingress, whatever the method: its length is not declared', async () => {
  for (const method of ['GET', 'POST']) {
    stage.ingressRecords.length = 0;
    const target = method === 'GET' ? '/open' : '/issues';
    const [answer] = await stage.say(
      `${method} ${target} HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunked('a=b')}`,
    );
    expect(answer?.status).toBe(411);
    expect(stage.ingressRecords.map(({ code }) => code)).toEqual(['ingress.request.body-length-undeclared']);
  }
});

test('a request without a body and without a length is handed on as one without a body', async () => {
  const [answer] = await stage.say(
    `POST /issues HTTP/1.1\r\n${host}Sec-Fetch-Site: same-origin\r\nOrigin: https://${stageHost}\r\nConnection: close\r\n\r\n`,
  );
  expect([answer?.status, stage.ingressRecords.map(({ code }) => code)]).toEqual([200, []]);
  expect(stage.product.map(({ headers, body }) => [headers['transfer-encoding'], headers['content-length'], body])).toEqual([
    [undefined, '0', ''],
  ]);
});

test('an expectation is not an answer of Node: it is judged and recorded like all else', async () => {
  const [answer] = await stage.say(`GET /open HTTP/1.1\r\n${host}Expect: a-teapot\r\nConnection: close\r\n\r\n`);
  expect(answer?.status).toBe(417);
  expect(stage.edgeRecords.map(({ code }) => code)).toEqual(['edge.request.expectation-unknown']);
  expect(stage.product).toEqual([]);
});

test('headers that just fit through the edge fit through every hop behind it', async () => {
  const filler = `X-Filler: ${'f'.repeat(16_100 - host.length)}\r\n`;
  const [answer] = await stage.say(`GET /open HTTP/1.1\r\n${host}Connection: close\r\n${filler}\r\n`);
  expect(answer?.status).toBe(200);
  const [tooLarge] = await stage.say(`GET /open HTTP/1.1\r\n${host}Connection: close\r\nX-Filler: ${'f'.repeat(17_000)}\r\n\r\n`);
  expect(tooLarge?.status).toBe(431);
});

test('a visitor who leaves before the answer breaks nothing for the next one', async () => {
  const leaving = await openStage({
    product: (request, response) => {
      if (request.url !== '/issues/1') return void response.end('still here');
      gone.promise.then(() => response.end('too late'));
      arrived.resolve();
    },
  });
  const arrived = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  try {
    const socket = await leaving.connect();
    socket.write(`GET /issues/1 HTTP/1.1\r\n${host}\r\n`);
    await arrived.promise;
    socket.destroy();
    gone.resolve();
    const [answer] = await leaving.say(last);
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('still here') });
    expect(leaving.edgeRecords).toEqual([]);
  } finally {
    await leaving.close();
  }
});

test.each([
  ['garbage', 'garbage\r\n\r\n', 400, 'edge.request.malformed'],
  ['two lengths in one line', `GET /open HTTP/1.1\r\n${host}Content-Length: 5x\r\n\r\n`, 400, 'edge.request.malformed'],
  [
    'a length and chunks',
    `POST /issues HTTP/1.1\r\n${host}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
    'edge.request.malformed',
  ],
  ['a head of 17 KiB', `GET /open HTTP/1.1\r\n${host}X-Long: ${'a'.repeat(17 * 1024)}\r\n\r\n`, 431, 'edge.request.head-too-large'],
])('%s is no request: the edge says so, and records it under the same reference', async (_name, bytes, status, code) => {
  const answers = await stage.say(bytes);
  expect(answers.map((answer) => answer.status)).toEqual([status]);
  const records = stage.edgeRecords.filter((record) => record.event === 'edge.request.received');
  expect(records.map((record) => [record.code, record.peer])).toEqual([[code, '127.0.0.1']]);
  expect(records[0]?.reference).toBe(answerHeader(answers[0], 'tempered-reference'));
  expect(stage.product).toEqual([]);
});
