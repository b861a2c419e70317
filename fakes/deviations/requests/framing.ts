/** Requests of which two readers may disagree where they end: how smuggling begins. RFC 9112 §6.3, §11.2. */
import { changingHeader, type RawRequest, type RequestDeviation, type Sending, withHeader, withoutHeader, written } from './raw-request.ts';

const malformed = 'edge.request.malformed';

const inChunks = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
/** The body in chunks, and these headers in place of its length. */
const chunked = (request: RawRequest, ...headers: readonly (readonly [string, string])[]): RawRequest => {
  const lengthless = withoutHeader(request, 'Content-Length');
  return { ...lengthless, headers: [...lengthless.headers, ...headers], body: inChunks(request.body) };
};
const length =
  (change: (length: string) => string) =>
  (honest: RawRequest): Sending =>
    changingHeader(honest, 'Content-Length', change);

const posted = (breaks: string, refusedWith: string, [title, make]: readonly [string, RequestDeviation['make']]): RequestDeviation => ({
  breaks,
  refusedWith,
  title,
  of: 'posting',
  make,
});

export const framingDeviations = {
  'with-a-length-and-chunks': posted('RFC 9112 §6.1', malformed, [
    'it has a length and comes in chunks',
    (honest) => written(chunked(honest, ['Transfer-Encoding', 'chunked'], ['Content-Length', String(honest.body.length)])),
  ]),
  'with-two-lengths': posted('RFC 9112 §6.3', malformed, [
    'it has two lengths',
    (honest) => withHeader(honest, 'Content-Length', String(honest.body.length - 1)),
  ]),
  'with-one-length-twice': posted('RFC 9110 §8.6', malformed, ['it says its length twice', length((value) => `${value}, ${value}`)]),
  'with-a-sign-before-its-length': posted('CWE-444', malformed, ['there is a sign before its length', length((value) => `+${value}`)]),
  'with-its-length-in-hexadecimal': posted('RFC 9110 §5.6.1', malformed, [
    'its length is written in hexadecimal',
    length((value) => `0x${Number(value).toString(16)}`),
  ]),
  'without-a-value-for-its-length': posted('RFC 9110 §6.4.1', malformed, ['its length has no value', length(() => '')]),
  'with-a-coding-that-is-nearly-chunked': posted('RFC 9112 §7', 'edge.request.coding-not-served', [
    'its transfer coding is spelt nearly like the one that is meant',
    (honest) => written(chunked(honest, ['Transfer-Encoding', 'xchunked'])),
  ]),
  'whose-chunks-are-not-the-last-coding': posted('RFC 9112 §6.3 (4)', malformed, [
    'chunks are not the last of its transfer codings',
    (honest) => written(chunked(honest, ['Transfer-Encoding', 'chunked, identity'])),
  ]),
  'with-a-space-before-the-colon-of-its-coding': {
    ...posted('RFC 9112 §5.1 (coding)', malformed, [
      'a space hides its transfer coding from some',
      (honest) => written(chunked(honest, ['Transfer-Encoding ', 'chunked'])),
    ]),
    variantOf: 'with-a-space-before-a-colon',
  },
  'whose-coding-is-folded': {
    ...posted('RFC 9112 §5.2 (coding)', malformed, [
      'its transfer coding stands in a second line',
      (honest) => written(chunked(honest, ['Transfer-Encoding', '\r\n chunked'])),
    ]),
    variantOf: 'with-a-folded-header',
  },
  'that-is-compressed-for-the-transfer': posted('RFC 9112 §7.2', 'edge.request.coding-not-served', [
    'it says that it is compressed for the transfer',
    (honest) => written(chunked(honest, ['Transfer-Encoding', 'gzip, chunked'])),
  ]),
  'in-chunks': posted('RFC 9112 §6.3 (7)', 'ingress.request.body-length-undeclared', [
    'its body comes in chunks, and nobody knows how long it is',
    (honest) => written(chunked(honest, ['Transfer-Encoding', 'chunked'])),
  ]),
  'that-announces-a-trailer': posted('RFC 9110 §6.6.2', 'edge.request.trailer-announced', [
    'it announces headers behind its body',
    (honest) => withHeader(honest, 'Trailer', 'Cookie'),
  ]),
  'with-a-body-that-is-too-large': posted('RFC 9110 §15.5.14', 'ingress.request.body-too-large', [
    'its body is larger than the row allows',
    (honest) => {
      const body = `${honest.body}&filler=${'x'.repeat(64 * 1_024)}`;
      return changingHeader({ ...honest, body }, 'Content-Length', () => String(body.length));
    },
  ]),
  'that-reads-and-has-a-body': {
    breaks: 'RFC 9110 §9.3.1',
    refusedWith: 'ingress.request.body-not-expected',
    title: 'it asks to read, and has a body',
    of: 'reading',
    make: (honest) => written({ ...honest, headers: [...honest.headers, ['Content-Length', '3']], body: 'a=b' }),
  },
} as const satisfies Readonly<Record<string, RequestDeviation>>;
