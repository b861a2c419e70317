/** Requests with a header that an honest client does not send: words of our own parts, words that override, one word too many. */
import {
  changingHeader,
  heldBack,
  type RawRequest,
  type RequestDeviation,
  rewritten,
  type Sending,
  withHeader,
  withoutHeader,
  written,
} from './raw-request.ts';

const edge = (reason: string) => `edge.request.${reason}`;
const internal = edge('internal-header');
const overriding = edge('overriding-header');

const having = (
  breaks: string,
  refusedWith: string,
  { title, name, value }: { readonly title: string; readonly name: string; readonly value: string },
): RequestDeviation => ({ breaks, refusedWith, title, of: 'reading', make: (honest) => withHeader(honest, name, value) });

const twice =
  (name: string): ((honest: RawRequest) => Sending) =>
  (honest) =>
    withHeader(honest, name, honest.headers.find(([each]) => each === name)?.[1] ?? '');

const listedAddress = '127.16.0.5';

export const headerDeviations = {
  'that-claims-a-peer-address': having('I-03', internal, {
    title: 'it says from which address it comes, in the header by which the edge says it',
    name: 'tempered-peer',
    value: listedAddress,
  }),
  'that-claims-a-user': having('I-04', internal, {
    title: 'it brings a user context token along',
    name: 'tempered-context',
    value: 'eyJhbGciOiJub25lIn0.e30.',
  }),
  'that-claims-a-reference': having('G-04', internal, {
    title: 'it names the reference under which it will be recorded',
    name: 'tempered-reference',
    value: 'aaaaa-aaaaa-aaaaa-aaaaa',
  }),
  'that-claims-a-peer-address-with-underscores': having('CVE-2025-64484', internal, {
    title: 'it says from which address it comes, with an underscore in place of the hyphen',
    name: 'tempered_peer',
    value: listedAddress,
  }),
  'that-claims-a-peer-address-in-capitals': having('RFC 9110 §5.1', internal, {
    title: 'it says from which address it comes, in capitals',
    name: 'TEMPERED-PEER',
    value: listedAddress,
  }),
  'that-overrides-its-method': having('CWE-650', overriding, {
    title: 'a header asks for another method than its first line',
    name: 'X-HTTP-Method-Override',
    value: 'DELETE',
  }),
  'that-overrides-its-target': having('CVE-2026-40575', overriding, {
    title: 'a header asks for another target than its first line',
    name: 'X-Original-URL',
    value: '/idp-settings',
  }),
  'that-overrides-its-target-with-underscores': having('GHSA-5m6w-wvh7-57vm', overriding, {
    title: 'a header with underscores asks for another target than its first line',
    name: 'X_Rewrite_URL',
    value: '/idp-settings',
  }),
  'that-overrides-its-host': {
    breaks: 'CWE-441',
    refusedWith: overriding,
    title: 'a header names another host than the one it is for',
    of: 'reading',
    make: (honest, { other }) => withHeader(honest, 'X-HTTP-Host-Override', other),
  },
  'with-two-credentials': {
    breaks: 'CVE-2021-32777',
    refusedWith: edge('header-repeated'),
    title: 'it has two headers with credentials',
    of: 'reading',
    make: (honest) =>
      written({
        ...honest,
        headers: [...honest.headers, ['Authorization', 'Bearer a'], ['Authorization', 'Bearer b']],
      }),
  },
  'with-two-cookie-headers': {
    breaks: 'RFC 6265 §5.4',
    refusedWith: edge('header-repeated'),
    title: 'its cookies come in two headers',
    of: 'reading',
    make: twice('Cookie'),
  },
  'with-two-content-types': {
    breaks: 'RFC 9110 §5.3',
    refusedWith: edge('header-repeated'),
    title: 'it says twice of which type its body is',
    of: 'posting',
    make: twice('Content-Type'),
  },
  'with-two-origins': {
    breaks: 'RFC 6454 §7.3',
    refusedWith: edge('header-repeated'),
    title: 'it names its origin twice',
    of: 'posting',
    make: twice('Origin'),
  },
  'that-calls-its-cookie-a-matter-of-the-connection': {
    breaks: 'RFC 9110 §7.6.1',
    refusedWith: edge('connection-option-unknown'),
    title: 'it names its cookie as a matter of this connection, so that it is taken off',
    of: 'reading',
    make: (honest) => changingHeader(honest, 'Connection', (option) => `${option}, cookie`),
  },
  'that-takes-our-own-header-off': {
    breaks: 'CVE-2025-48865',
    refusedWith: edge('connection-option-unknown'),
    title: 'it names a header of ours as a matter of this connection, so that it is taken off',
    of: 'reading',
    make: (honest) => changingHeader(honest, 'Connection', (option) => `${option}, tempered-peer`),
  },
  'that-expects-what-nobody-knows': having('RFC 9110 §10.1.1', edge('expectation-unknown'), {
    title: 'it expects something that nobody knows',
    name: 'Expect',
    value: '200-ok',
  }),
  'with-more-headers-than-any-browser-sends': {
    breaks: 'CWE-770',
    refusedWith: edge('too-many-headers'),
    title: 'it has a hundred and more headers',
    of: 'reading',
    make: (honest) =>
      written({ ...honest, headers: [...honest.headers, ...Array.from({ length: 100 }, (_, at) => [`X-${at}`, 'y'] as const)] }),
  },
  'with-a-head-that-is-too-large': having('RFC 6585 §5', edge('head-too-large'), {
    title: 'its head is larger than any browser sends',
    name: 'X-Filler',
    value: 'x'.repeat(17 * 1_024),
  }),
  'with-a-name-that-is-no-name': having('RFC 9110 §5.6.2', edge('malformed'), {
    title: 'the name of a header holds what no name does',
    name: 'X(y)',
    value: 'z',
  }),
  'with-a-space-before-a-colon': having('RFC 9112 §5.1', edge('malformed'), {
    title: 'there is a space between the name of a header and its colon',
    name: 'X-Spaced ',
    value: 'y',
  }),
  'with-a-zero-byte-in-a-header': having('RFC 9110 §5.5', edge('malformed'), {
    title: 'the value of a header holds a zero byte',
    name: 'X-Zero',
    value: 'a\u0000b',
  }),
  'with-a-folded-header': having('RFC 9112 §5.2', edge('malformed'), {
    title: 'a header goes on in a second line',
    name: 'X-Folded',
    value: 'a\r\n b',
  }),
  'with-a-bare-carriage-return': having('RFC 9112 §2.2', edge('malformed'), {
    title: 'a line ends, for some, at a carriage return alone',
    name: 'X-Bare',
    value: 'a\rtempered-peer: 127.16.0.5',
  }),
  'with-a-bare-line-feed': having('RFC 9112 §11.1', edge('malformed'), {
    title: 'a line ends at a line feed alone',
    name: 'X-Bare',
    value: 'a\nX-Second: b',
  }),
  'with-a-space-before-its-first-header': {
    breaks: 'RFC 9112 §2.2 (whitespace)',
    refusedWith: edge('malformed'),
    title: 'there is a space before its first header',
    variantOf: 'with-a-bare-carriage-return',
    of: 'reading',
    make: (honest) => rewritten(honest, '\r\nHost', '\r\n Host'),
  },
  'whose-head-does-not-end': {
    breaks: 'RFC 9110 §15.5.9',
    refusedWith: edge('head-too-slow'),
    title: 'its head does not come to an end',
    of: 'reading',
    make: (honest) => heldBack(honest, 'head'),
  },
  'whose-body-does-not-end': {
    breaks: 'CWE-400',
    refusedWith: edge('body-too-slow'),
    title: 'the last byte of its body does not come',
    of: 'posting',
    make: (honest) => heldBack(honest, 'body'),
  },
  'from-another-origin': {
    breaks: 'RFC 6454 §7',
    refusedWith: 'ingress.request.origin-foreign',
    title: 'it changes something, and comes from another origin',
    of: 'posting',
    make: (honest, { other }) => changingHeader(honest, 'Origin', () => `https://${other}`),
  },
  'without-an-origin': {
    breaks: 'Fetch §3.2',
    refusedWith: 'ingress.request.origin-foreign',
    title: 'it changes something, and names no origin',
    of: 'posting',
    make: (honest) => written(withoutHeader(honest, 'Origin')),
  },
  'from-another-site': {
    breaks: 'Fetch Metadata §2.3',
    refusedWith: 'ingress.request.fetch-site-foreign',
    title: 'it changes something, and a browser says that another site of the same domain began it',
    of: 'posting',
    make: (honest) => changingHeader(honest, 'Sec-Fetch-Site', () => 'same-site'),
  },
} as const satisfies Readonly<Record<string, RequestDeviation>>;
