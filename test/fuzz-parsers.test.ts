/** Whatever comes, a parser of ours ends soon and says what it is: it never throws, and never needs longer for a text that was made to be slow. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../system/isolated/directory/hr-feed/csv.ts';
import {
  filtered,
  givenGroup,
  givenUser,
  type Kind,
  patched,
  readResource,
  userResource,
} from '../system/isolated/directory/scim/resources.ts';
import { readTarget } from '../system/isolated/ingress/target.ts';
import { readCompactJws } from '../system/isolated/sso/oidc/compact-jws.ts';
import { readJsonObject } from '../system/isolated/sso/oidc/strict-json.ts';
import { readInstant } from '../system/isolated/sso/saml/instant.ts';
import { parse } from '../system/isolated/sso/saml/xml/tree.ts';
import { parseAddress } from '../system/kernel/address-list.ts';
import { readToken } from '../system/kernel/context-token.ts';
import { readCookies } from '../system/kernel/service.ts';
import { directoryStage } from './directory-stage.ts';

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const person = userResource(directoryStage().person({ userName: 'uma', attributes: { email: 'uma@acme.test', displayName: 'Uma' } }));
const honestToken = `${base64url('{"alg":"ES256","kid":"k"}')}.${base64url('{"sub":"u","aud":["a"],"exp":1}')}.${base64url('signature')}`;
const honestXml = '<a xmlns="urn:oasis:names:tc:SAML:2.0:protocol" ID="x"><b c="d">e&amp;f</b><!-- g --></a>';
const honestUser = JSON.stringify(person);
const userPatch = JSON.stringify({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'x@acme.test' }],
});

/** Each takes any text, and is given one that it accepts. */
const parsers: Readonly<Record<string, { readonly read: (text: string) => unknown; readonly honest: string; readonly longest: number }>> = {
  'a token of an identity provider': { read: readCompactJws, honest: honestToken, longest: 64_000 },
  'a user context token': { read: readToken, honest: honestToken, longest: 64_000 },
  'a JSON object': { read: (text) => readJsonObject(Buffer.from(text)), honest: '{"a":[1,{"b":"c\\u0041"}]}', longest: 200_000 },
  'a cookie header': { read: readCookies, honest: '__Host-session=abc; __Host-sso=def', longest: 16_000 },
  'the target of a request': { read: readTarget, honest: '/api/issues?x=%20y', longest: 16_000 },
  'a feed of comma-separated values': { read: readCsv, honest: 'a,"b ""c""",d\r\ne,f,g\r\n', longest: 200_000 },
  'an XML document': { read: parse, honest: honestXml, longest: 200_000 },
  'an instant': { read: readInstant, honest: '2026-01-02T03:04:05.678Z', longest: 64_000 },
  'an address': { read: parseAddress, honest: '2001:db8::1', longest: 64_000 },
  'a filter of SCIM': {
    read: (text) => filtered(() => [person], text),
    honest: '(userName eq "uma" or not (emails[value co "@"])) and active pr',
    longest: 8_000,
  },
  'a person of SCIM': { read: (text) => resourceRead('User', text), honest: honestUser, longest: 200_000 },
  'a group of SCIM': {
    read: (text) => resourceRead('Group', text),
    honest: '{"displayName":"x","members":[{"value":"u-1"}]}',
    longest: 200_000,
  },
  'a patch of SCIM': { read: (text) => patchRead(text), honest: userPatch, longest: 200_000 },
};

function resourceRead(kind: Kind, text: string): unknown {
  const resource = readResource(kind, text);
  return resource && (kind === 'User' ? givenUser(resource) : givenGroup(resource));
}
async function patchRead(text: string): Promise<unknown> {
  const resource = await patched('User', person, text);
  return resource && givenUser(resource);
}

/** Pieces of every language that is read here. */
const pieces = fc.constantFrom(
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ',',
    ':',
    '.',
    '=',
    ';',
    '<',
    '>',
    '/',
    '&',
    '%',
    '%00',
    '?',
    '#',
    '(',
    ')',
    '\r\n',
    '\0',
    '\ud800',
    ' ',
  ],
  ...[
    'null',
    'true',
    '-1e999',
    '__proto__',
    'constructor',
    'and',
    'not',
    ' eq ',
    'pr',
    'emails',
    '&#0;',
    '<!--',
    '<![CDATA[',
    '__Host-',
    '""',
  ],
);
const spliced = (honest: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(honest.length), fc.nat(12), fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 6 }))
    .map(([at, left, put]) => honest.slice(0, at) + put.join('') + honest.slice(at + left));
/** JSON with another value in the place of one of its own. */
const displaced = (honest: string): fc.Arbitrary<string> => {
  if (!honest.startsWith('{')) return fc.constant(honest);
  const places = [...honest.matchAll(/:("(?:[^"\\]|\\.)*"|true|\[[^[\]]*\]|\{[^{}]*\})/g)].map(
    ({ index, 1: value = '' }) => [index + 1, value.length] as const,
  );
  return fc
    .tuple(fc.constantFrom(...places), fc.json({ maxDepth: 3 }))
    .map(([[at, length], json]) => honest.slice(0, at) + json + honest.slice(at + length));
};

/** The beginnings and the pieces of which a text is made that a careless reader follows for long: depth, repetition, and what nearly ends. */
const endless = [
  '[',
  '{"a":',
  '(',
  'not (',
  '<a>',
  '"',
  '""',
  '\\',
  '%2',
  '=',
  ';__Host-a=',
  'a.',
  ':',
  '&amp;',
  '<a b="c"',
  'a[',
  ',0',
  ' and a pr',
  '\n',
];
const beginnings = ['', '"', '{"displayName":"x","members":[0', '{"emails":[', '<a', '(', 'a eq "', 'userName eq 1', '__Host-a='];

describe.each(Object.entries(parsers))('%s', (_name, { read, honest, longest }) => {
  test('is read, or is not, without a word of its own', async () => {
    const texts = fc.oneof(
      spliced(honest),
      displaced(honest),
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => void (await read(text))),
      { numRuns: 400 },
    );
  });

  test('is told soon, however it was made', async () => {
    const spent: string[] = [];
    for (const begin of beginnings)
      for (const piece of endless) {
        const text = (begin + piece.repeat(Math.ceil(longest / piece.length))).slice(0, longest);
        const before = process.cpuUsage();
        await read(text);
        const { user } = process.cpuUsage(before);
        if (user > soonMicroseconds) spent.push(`${JSON.stringify(begin + piece)}: ${Math.round(user / 1_000)} ms`);
      }
    expect(spent).toEqual([]);
  }, 60_000);
});

/** Of processor time, so that a busy machine is no finding; an honest text of this length takes a hundredth of it. */
const soonMicroseconds = 1_500_000;

test.each([
  ['a quote that does not end, behind backslashes', `a eq "${'\\'.repeat(60)}`],
  ['a quote that does not end, over lines', `a eq "${'\n'.repeat(60)}`],
  ['more brackets than anybody writes', `${'('.repeat(40)}a pr${')'.repeat(40)}`],
  ['a longer filter than anybody writes', `a eq "${'b'.repeat(2_000)}"`],
])('the library of SCIM is not asked about %s', (_kind, filter) => {
  expect(filtered(() => [person], filter)).toBeUndefined();
});

test('a filter as connectors write it is read', () => {
  const wanted = ['userName eq "uma"', 'emails[value eq "uma@acme.test"]', 'displayName sw "U" and not (title pr)'];
  expect(wanted.map((filter) => filtered(() => [person], filter)?.length)).toEqual([1, 1, 1]);
});

test.each(['['.repeat(50_000) + ']'.repeat(50_000), `[${'0,'.repeat(200_000)}0]`])(
  'a document that is too deep or too broad is told',
  (members) => {
    expect(() => resourceRead('Group', `{"displayName":"x","members":${members}}`)).not.toThrow();
  },
);
