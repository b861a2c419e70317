/** Session cookies that depart from an honest one in exactly one thing: what a sibling host could toss, a thief could carry, an attacker could plant (I-08, S3, S7). RFC 6265 §4.1, §5.4, §8.6. */
import { createHash } from 'node:crypto';
import type { Deviation } from './deviation.ts';

/** The sessions of one person, by where they are good: the tracker, AdminHub, the sign-in host. */
export type HeldCookies = { readonly tracker: string; readonly admin: string; readonly login: string };
/** Gives the lines of the `Cookie` header for a request to the tracker. */
export type CookieDeviation = Deviation<(held: HeldCookies) => readonly string[]>;
export type CookieDeviations = Readonly<Record<string, CookieDeviation>>;

const code = 'session.host';
const name = '__Host-session';
/** Of the form of an id, and nobody's. */
const planted = 'planted-by-an-attacker-before-the-sign-in-00';

export const honestCookies = ({ tracker }: HeldCookies): readonly string[] => [`${name}=${tracker}`];
const valued =
  (change: (value: string) => string): CookieDeviation['make'] =>
  ({ tracker }) => [`${name}=${change(tracker)}`];
const named =
  (other: string): CookieDeviation['make'] =>
  ({ tracker }) => [`${other}=${tracker}`];

export const cookieDeviations = {
  'that-is-not-there': {
    breaks: 'RFC 6265 §5.4',
    refusedWith: `${code}.missing`,
    title: 'no cookie is sent',
    make: () => [],
  },
  'that-a-sibling-host-tossed-behind-it': {
    breaks: 'RFC 6265 §8.6',
    refusedWith: `${code}.missing`,
    title: 'a second one of the same name stands behind it',
    make: ({ tracker }) => [`${name}=${tracker}; ${name}=${planted}`],
  },
  'that-a-sibling-host-tossed-before-it': {
    breaks: 'RFC 6265 §4.2.2',
    refusedWith: `${code}.missing`,
    title: 'a second one of the same name stands before it',
    make: ({ tracker }) => [`${name}=${planted}; ${name}=${tracker}`],
  },
  'that-is-there-twice': {
    breaks: 'RFC 6265 §4.1.1 (once)',
    refusedWith: `${code}.missing`,
    title: 'the same good one stands there twice',
    make: ({ tracker }) => [`${name}=${tracker}; ${name}=${tracker}`],
  },
  'without-its-prefix': {
    breaks: 'RFC 6265bis §4.1.3.2',
    refusedWith: `${code}.missing`,
    title: 'its name has no prefix, so that any sibling host may have set it',
    make: named('session'),
  },
  'of-the-weaker-prefix': {
    breaks: 'RFC 6265bis §4.1.3.1',
    refusedWith: `${code}.missing`,
    title: 'its prefix allows a domain, so that a sibling host may have set it',
    make: named('__Secure-session'),
  },
  'of-another-spelling': {
    breaks: 'RFC 6265bis §5.4',
    refusedWith: `${code}.missing`,
    title: 'its prefix is spelled in small letters, which old browsers let any sibling set',
    make: named('__host-session'),
  },
  'without-a-name': {
    breaks: 'RFC 6265bis §5.6 (nameless)',
    refusedWith: `${code}.missing`,
    title: 'it has no name, and its value reads like a name and a value',
    make: ({ tracker }) => [`=${name}=${tracker}`],
  },
  'that-is-empty': {
    breaks: 'I-08 (empty)',
    refusedWith: `${code}.malformed`,
    title: 'its value is empty',
    make: valued(() => ''),
  },
  'that-is-too-long': {
    breaks: 'RFC 6265 §6.1',
    refusedWith: `${code}.malformed`,
    title: 'its value is four thousand characters long',
    make: valued((value) => value.padEnd(4_000, 'a')),
  },
  'in-quotes': {
    breaks: 'RFC 6265 §4.1.1 (DQUOTE)',
    refusedWith: `${code}.malformed`,
    title: 'its value stands in quotation marks',
    make: valued((value) => `"${value}"`),
  },
  'that-is-percent-encoded': {
    breaks: 'RFC 6265 §5.2 (no decoding)',
    refusedWith: `${code}.malformed`,
    title: 'its first character is percent-encoded',
    make: valued((value) => `%${value.charCodeAt(0).toString(16)}${value.slice(1)}`),
  },
  'that-lost-its-end': {
    breaks: 'RFC 6265 §5.3',
    refusedWith: `${code}.malformed`,
    title: 'the last character of its value is gone',
    make: valued((value) => value.slice(0, -1)),
  },
  'that-was-planted': {
    breaks: 'I-08 (fixation)',
    refusedWith: `${code}.unknown`,
    title: 'an attacker chose its value before the sign-in',
    make: valued((value) => planted.slice(0, value.length)),
  },
  'with-one-character-changed': {
    breaks: 'NIST SP 800-63B-4 §5.1',
    refusedWith: `${code}.unknown`,
    title: 'one character of its value is another one',
    make: valued((value) => `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`),
  },
  'that-is-its-own-hash': {
    breaks: 'NIST SP 800-63B-4 §5.1.1 (stored as a hash)',
    refusedWith: `${code}.unknown`,
    title: 'its value is the hash by which the store knows it: a stolen store',
    make: valued((value) => createHash('sha256').update(value).digest('base64url')),
  },
  'of-the-sign-in-host': {
    breaks: 'S7 (parent)',
    refusedWith: `${code}.unknown`,
    title: 'its value is that of the single sign-on, of which every session is a child',
    make: ({ login }) => [`${name}=${login}`],
  },
  'of-another-host': {
    breaks: 'S7 (host)',
    refusedWith: `${code}.of-another-host`,
    title: "its value is that of the same person's session with AdminHub",
    make: ({ admin }) => [`${name}=${admin}`],
  },
} as const satisfies CookieDeviations;
export type CookieDeviationName = keyof typeof cookieDeviations;
