/** Requests whose target departs from the one form in which a path is taken: each reaches, in somebody's reading, what was asked for honestly. */
import { type RequestDeviation, withTarget } from './raw-request.ts';

const refused = (reason: string) => `ingress.request.${reason}`;
const encoded = refused('target-percent-encoded');
const foreign = refused('target-foreign-character');

/** A target in place of the honest one, which is `/api/issues`. */
const target = (breaks: string, refusedWith: string, [title, make]: readonly [string, (honest: string) => string]): RequestDeviation => ({
  breaks,
  refusedWith,
  title,
  of: 'reading',
  make: (honest) => withTarget(honest, make(honest.target)),
});

export const targetDeviations = {
  'in-absolute-form': {
    breaks: 'RFC 9112 §3.2.2',
    refusedWith: refused('target-not-origin-form'),
    title: 'its target is a whole URL, as for a proxy',
    of: 'reading',
    make: (honest) => withTarget(honest, `https://${honest.headers[0]?.[1]}${honest.target}`),
  },
  'in-absolute-form-for-another-host': {
    breaks: 'CVE-2021-39206',
    refusedWith: refused('target-not-origin-form'),
    title: 'its target is a whole URL of another host than the header names',
    of: 'reading',
    make: (honest, { other }) => withTarget(honest, `https://${other}/idp-settings`),
  },
  'in-asterisk-form': target('RFC 9112 §3.2.4', refused('target-not-origin-form'), ['its target is an asterisk', () => '*']),
  'with-an-encoded-letter': target('RFC 3986 §6.2.2.2', encoded, [
    'a letter of its path is percent-encoded without need',
    (path) => path.replace('i', '%69'),
  ]),
  'with-an-encoded-slash': target('CVE-2021-29492', encoded, [
    'a slash of its path is percent-encoded',
    (path) => path.replace('/i', '%2fi'),
  ]),
  'with-an-encoded-slash-in-capitals': target('CVE-2026-42272', encoded, [
    'a slash of its path is percent-encoded in capitals, which some compare as another text',
    (path) => path.replace('/i', '%2Fi'),
  ]),
  'with-encoded-dots': target('CVE-2026-33494', encoded, ['it leaves a folder by two encoded dots', (path) => `/x/%2e%2e${path}`]),
  'with-dots-encoded-twice': target('RFC 3986 §2.4', encoded, [
    'it leaves a folder by dots that are encoded twice',
    (path) => `/x/%252e%252e${path}`,
  ]),
  'with-an-encoded-backslash': target('CVE-2021-31920', encoded, [
    'an encoded backslash stands for a slash',
    (path) => path.replace('/i', '%5ci'),
  ]),
  'with-an-encoded-null': target('CWE-158', encoded, ['its path ends, for some, at an encoded zero byte', (path) => `${path}%00`]),
  'with-an-encoded-line-end': target('CWE-93', encoded, ['its path holds an encoded line end', (path) => `${path}%0d%0a`]),
  'with-a-broken-encoding': target('RFC 3986 §2.1', encoded, [
    'a percent sign of its path is followed by no number',
    (path) => `${path}%zz`,
  ]),
  'with-an-overlong-encoding': target('RFC 3629 §3', encoded, [
    'a slash of its path is written in three bytes too many',
    (path) => path.replace('/i', '%c0%afi'),
  ]),
  'with-a-dot-segment': target('RFC 3986 §3.3', refused('target-dot-segment'), [
    'its path has a segment of one dot',
    (path) => `/.${path}`,
  ]),
  'with-two-dots': target('RFC 3986 §5.2.4', refused('target-dot-segment'), ['it leaves a folder by two dots', (path) => `/x/..${path}`]),
  'with-two-dots-at-its-end': target('CVE-2019-9901', refused('target-dot-segment'), [
    'its path ends by leaving a folder again',
    (path) => `${path}/x/..`,
  ]),
  'that-begins-with-two-slashes': target('CVE-2026-26205', refused('target-empty-segment'), [
    'its path begins with two slashes, and is a host for some',
    (path) => `/${path}`,
  ]),
  'with-two-slashes-in-a-row': target('CVE-2026-2880', refused('target-empty-segment'), [
    'its path has two slashes in a row',
    (path) => path.replace('/i', '//i'),
  ]),
  'with-a-slash-at-its-end': target('RFC 3986 §6.2.3', refused('target-empty-segment'), [
    'its path has a slash at its end',
    (path) => `${path}/`,
  ]),
  'with-a-backslash': target('WHATWG URL §4.4', foreign, ['a backslash stands for a slash', (path) => path.replace('/i', '\\i')]),
  'with-a-path-parameter': target('CVE-2026-33808', foreign, ['its path has a parameter behind a semicolon', (path) => `${path};x=1`]),
  'that-leaves-by-dots-and-a-semicolon': target('CWE-22', foreign, [
    'it leaves a folder by two dots and a semicolon',
    (path) => `/x/..;${path}`,
  ]),
  'with-a-fragment': target('RFC 3986 §3.5', foreign, ['its target has a fragment', (path) => `${path}#x`]),
  'with-angle-brackets-in-its-query': target('RFC 3986 §3.4', refused('query-foreign-character'), [
    'its query holds what no URL does',
    (path) => `${path}?q=<x>`,
  ]),
  'with-an-overlong-target': target('RFC 9110 §15.5.15', refused('target-too-long'), [
    'its target is longer than any page of ours has',
    (path) => `${path}?q=${'x'.repeat(8_000)}`,
  ]),
  'in-other-capitals': target('RFC 3986 §6.2.2.1', refused('route-not-listed'), [
    'its path is written in capitals',
    (path) => path.toUpperCase(),
  ]),
} as const satisfies Readonly<Record<string, RequestDeviation>>;
