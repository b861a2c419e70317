/** The boundary by its table (S1): markers are found in every encoding and field, allowed crossings pass, and one row less turns them red. */
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakGlassAccounts, people, relyingParty } from '../harness/fixtures/fixtures.ts';
import { type AllowedCrossing, crossingsTable } from '../harness/tap/crossings-table.ts';
import { inflated, maxInflatedBytes } from '../harness/tap/inflated.ts';
import { describeFinding, judgeCrossings } from '../harness/tap/judge-crossings.ts';
import { markersIn } from '../harness/tap/marker-search.ts';
import { fixtureMarkers, type Marker, shortestMarker } from '../harness/tap/markers.ts';
import type { Crossing } from '../system/kernel/ports.ts';

const crossing = (change: Partial<Omit<Crossing, 'body'>> & { readonly body?: string | Uint8Array } = {}): Crossing => ({
  from: 'isolated',
  to: 'provider',
  channel: 'https',
  atMs: 1,
  head: 'POST /somewhere\r\ncontent-type: text/plain',
  ...change,
  body: typeof change.body === 'string' ? Buffer.from(change.body) : (change.body ?? Buffer.of()),
});
const findings = (change: Parameters<typeof crossing>[0], table?: readonly AllowedCrossing[]) =>
  judgeCrossings([crossing(change)], fixtureMarkers, table).findings;
const form = 'POST /x\r\ncontent-type: application/x-www-form-urlencoded';
const json = 'POST /x\r\ncontent-type: application/json; charset=utf-8';

/** Each is a way to write bytes (one character for each) as other bytes. */
const encoders: Readonly<Record<string, (text: string) => string>> = {
  percent: (text) => text.replace(/./gs, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`),
  'percent where needed': encodeURIComponent,
  base64: (text) => Buffer.from(text, 'latin1').toString('base64'),
  base64url: (text) => Buffer.from(text, 'latin1').toString('base64url'),
  hex: (text) => Buffer.from(text, 'latin1').toString('hex').toUpperCase(),
  json: (text) => text.replace(/./gs, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  html: (text) => text.replace(/./gs, (c) => `&#${c.charCodeAt(0)};`),
  'html in hex': (text) => text.replace(/./gs, (c) => `&#x${c.charCodeAt(0).toString(16)};`),
  'quoted-printable': (text) => text.replace(/./gs, (c) => `=${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`),
  'utf-16le': (text) => Buffer.from(text, 'utf16le').toString('latin1'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16().toString('latin1'),
  deflate: (text) => deflateRawSync(Buffer.from(`<saml:NameID Format="unspecified">${text}</saml:NameID>`, 'latin1')).toString('base64'),
  zlib: (text) => deflateSync(Buffer.from(text, 'latin1')).toString('base64url'),
  gzip: (text) => gzipSync(Buffer.from(text, 'latin1')).toString('base64'),
  'capital letters': (text) => text.toUpperCase(),
};
const marker = fc.constantFrom(...fixtureMarkers);
const encoder = fc.constantFrom(...Object.keys(encoders));
const around = fc.stringMatching(/^[A-Za-z0-9 "<>&=?.,:]{0,20}$/);
const encode = (name: string, text: string): string => encoders[name]?.(text) ?? text;
const isCase = (name: string): boolean => name === 'capital letters';

test('a marker is found in every encoding, up to three deep, whatever stands around it', () => {
  fc.assert(
    fc.property(marker, fc.array(encoder, { maxLength: 3 }), around, around, (wanted, names, before, after) => {
      // Capital letters are a way to write the value, not to write base64: they come first.
      const inOrder = [...names.filter(isCase), ...names.filter((name) => !isCase(name))];
      const written = inOrder.reduce((text, name) => encode(name, text), wanted.value);
      const text = `${before}${names.length > 0 ? ' ' : ''}${written} ${after}`;
      expect(markersIn(text, fixtureMarkers).map((hit) => hit.marker)).toContain(wanted);
    }),
    { numRuns: 3_000 },
  );
});

test('encoded text is found when other letters stand right before it', () => {
  fc.assert(
    fc.property(marker, fc.stringMatching(/^[A-Za-z0-9]{0,9}$/), fc.constantFrom('base64', 'base64url', 'hex'), (wanted, before, name) => {
      expect(markersIn(`${before}${encode(name, wanted.value)}`, [wanted])).toHaveLength(1);
    }),
  );
});

test('what was seen in one text takes nothing away from the next, and adds nothing', () => {
  const word = fc.oneof(
    fc.constantFrom('application', 'authentication', 'strict-transport-security', 'href="/settings/identity-provider"'),
    fc.tuple(marker, encoder, encoder).map(([{ value }, inner, outer]) => encode(outer, encode(inner, value))),
  );
  // The same few words in text after text.
  const texts = fc
    .array(word, { minLength: 1, maxLength: 3 })
    .chain((words) => fc.array(fc.subarray(words), { maxLength: 6 }))
    .map((each) => each.map((words) => words.join(' ')));
  fc.assert(
    fc.property(texts, (inTurn) => {
      const markers = [...fixtureMarkers];
      for (const each of inTurn) expect(markersIn(each, markers)).toEqual(markersIn(each, [...fixtureMarkers]));
    }),
    { numRuns: 300 },
  );
});

test('what was written is all that is found', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => markersIn(text, fixtureMarkers).length === 0));
});

test('a claim of a token, base64 folded by mail, and a secret in Basic credentials are read', () => {
  const claims = Buffer.from(JSON.stringify({ sub: 'x', email: people.uma.email })).toString('base64url');
  expect(markersIn(`eyJhbGciOiJFUzI1NiJ9.${claims}.c2lnbmF0dXJl`, fixtureMarkers).map((hit) => hit.marker.class)).toEqual(['email']);
  const folded = Buffer.from(`Dear custodian, ${breakGlassAccounts['harbour-one'].email}, here is your link`)
    .toString('base64')
    .replace(/.{20}/g, '$&\r\n');
  expect(markersIn(folded, fixtureMarkers).map((hit) => hit.marker.class)).toEqual(['break-glass-email']);
  const basic = Buffer.from(`${encodeURIComponent(relyingParty.clientId)}:${encodeURIComponent(relyingParty.clientSecret)}`).toString(
    'base64',
  );
  expect(markersIn(`authorization: Basic ${basic}`, fixtureMarkers).map((hit) => hit.marker.class)).toEqual(['client-secret']);
});

test('a message that redirects pack, a packed body, and what lacks its end are read, each as far as a bound', () => {
  const classes = (text: string): readonly string[] => markersIn(text, fixtureMarkers).map((hit) => hit.marker.class);
  const message = (email: string): Buffer =>
    Buffer.from(`<samlp:LogoutRequest ID="_0a1b2c"><saml:NameID>${email}</saml:NameID></samlp:LogoutRequest>`);
  const packed = deflateRawSync(message(people.uma.email)).toString('base64');
  expect(classes(`location: https://idp.test/slo?a=1&SAMLRequest=${encodeURIComponent(packed)}&Signature=x`)).toEqual(['email']);
  expect(classes(`{"request":"${packed}"}`)).toEqual(['email']);
  for (const before of ['GET /sso/saml/', 'cookie: a=state_', '{"id":"urn-of-ours-', '/a_b-c/'])
    expect(classes(`another-run-of-words ${before}${packed.replace(/=+$/, '')}`), before).toEqual(['email']);
  const bodies = [gzipSync, deflateSync, deflateRawSync].map((pack) => pack(message(people.uma.email)));
  for (const body of bodies) expect(findings({ body })).toMatchObject([{ field: 'body', class: 'email', as: ['deflate'] }]);
  expect(findings({ body: Buffer.concat([Buffer.from('--part\r\n'), bodies[0] ?? Buffer.of()]) })).toMatchObject([{ class: 'email' }]);
  for (const body of bodies.slice(0, 2))
    expect(findings({ body: Buffer.concat([body, Buffer.from('\r\n--part--')]) })).toMatchObject([{ class: 'email' }]);
  const named = Buffer.concat([bodies[0]?.subarray(0, 10) ?? Buffer.of(), Buffer.from('a.xml\0'), bodies[0]?.subarray(10) ?? Buffer.of()]);
  named[3] = 0x08;
  expect(findings({ body: named })).toMatchObject([{ class: 'email' }]);
  expect(
    classes(
      deflateRawSync(`${people.uma.email} ${'and so on, '.repeat(400)}`)
        .subarray(0, -3)
        .toString('base64'),
    ),
  ).toEqual(['email']);
});

test('whatever text was packed, by whatever strategy, is unpacked', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abc <>="/\n'), minLength: 24, maxLength: 3_000 });
  const packing = fc.record({ level: fc.integer({ min: 0, max: 9 }), strategy: fc.integer({ min: 0, max: 4 }) });
  fc.assert(
    fc.property(text, packing, (words, options) => {
      expect(inflated(deflateRawSync(words, options))).toBe(words);
    }),
    { numRuns: 300 },
  );
});

test('a little that unpacks to very much is read to the bound', () => {
  const bomb = (before: string): Buffer => deflateRawSync(Buffer.concat([Buffer.from(before), Buffer.alloc(32 * 1024 * 1024, 'a')]));
  const read = inflated(bomb(people.uma.email));
  expect(read?.startsWith(people.uma.email)).toBe(true);
  expect(read?.length).toBeLessThanOrEqual(maxInflatedBytes);
  expect(inflated(Buffer.from('plain words, which nobody packed'))).toBeUndefined();
});

test('a password with spaces is found as a form sends it', () => {
  const body = new URLSearchParams({ password: breakGlassAccounts['harbour-two'].password }).toString();
  expect(markersIn(body, fixtureMarkers).map((hit) => hit.marker.class)).toEqual(['break-glass-password']);
});

test('a name inside an e-mail address is the address; a name beside it is a name, too', () => {
  const classes = (text: string): readonly string[] => markersIn(text, fixtureMarkers).map((hit) => hit.marker.class);
  expect(classes(people.uma.email)).toEqual(['email']);
  expect(classes(encodeURIComponent(people.uma.email))).toEqual(['email']);
  expect(classes(people.uma.email.replace('.', '%2E'))).toEqual(['email']);
  expect(classes(`${people.uma.email} ${people.uma.familyName}`)).toEqual(['email', 'name']);
  expect(classes(`${encodeURIComponent(people.uma.email)} ${people.uma.familyName}`)).toEqual(['email', 'name']);
});

test('every row of the table is needed, and allows what it says', () => {
  for (const row of crossingsTable) {
    for (const wanted of row.classes) {
      const sent = sentAs(row, wanted);
      expect(judgeCrossings([sent], fixtureMarkers).findings, row.because).toEqual([]);
      expect(
        judgeCrossings(
          [sent],
          fixtureMarkers,
          crossingsTable.filter((other) => other !== row),
        ).findings.map((finding) => finding.class),
      ).toContain(wanted);
    }
  }
});

/** A crossing that this row alone allows. */
function sentAs(row: AllowedCrossing, wanted: Marker['class']): Crossing {
  const value = fixtureMarkers.find((each) => each.class === wanted)?.value ?? '';
  const way = { from: row.from, to: row.to, channel: row.channel === '*' ? 'https' : row.channel };
  if (row.field === 'line') return crossing({ ...way, head: `RCPT ${value}` });
  if (row.field.startsWith('header:')) return crossing({ ...way, head: `POST /x\r\n${row.field.slice('header:'.length)}: ${value}` });
  if (row.field.startsWith('body.form:'))
    return crossing({ ...way, head: form, body: `${row.field.slice('body.form:'.length).replace('*', 'a')}=${encodeURIComponent(value)}` });
  if (row.field.startsWith('body.json:')) return crossing({ ...way, head: json, body: JSON.stringify({ a: { b: value } }) });
  return crossing({ ...way, body: value });
}

test('personal data in a URL or a cookie is a finding even where the body may hold it', () => {
  const way = { from: 'customer', to: 'isolated' } as const;
  expect(findings({ ...way, body: people.nils.email })).toEqual([]);
  expect(findings({ ...way, head: `GET /x?login_hint=${encodeURIComponent(people.nils.email)}` })).toMatchObject([
    { field: 'line', class: 'email', whose: 'nils', as: ['percent'] },
  ]);
  expect(findings({ ...way, head: `GET /x\r\nCookie: a=${people.nils.givenName}` })).toMatchObject([
    { field: 'header:cookie', class: 'name' },
  ]);
});

test('nothing hides in a repeated key, a broken form, or a body that calls itself JSON', () => {
  expect(findings({ head: json, body: `{"a":"${people.ada.email}","a":"x"}` })).toMatchObject([{ field: 'body', class: 'email' }]);
  expect(findings({ head: json, body: `{"a":"${people.ada.email}` })).toMatchObject([{ field: 'body', class: 'email' }]);
  expect(findings({ head: json, body: `{"${people.ada.email}":1}` })).toMatchObject([{ class: 'email' }]);
  expect(findings({ head: form, body: `${people.ada.email}&&=` })).toMatchObject([{ class: 'email' }]);
});

test('zones that the table does not know may pass nothing, and one zone’s own traffic is no crossing', () => {
  expect(findings({ from: 'user', to: 'unknown', body: people.uma.email })).toHaveLength(1);
  expect(findings({ from: 'isolated', to: 'isolated', body: people.uma.email })).toEqual([]);
});

test('an empty table allows nothing', () => {
  fc.assert(
    fc.property(marker, fc.constantFrom('user', 'customer', 'isolated', 'provider'), (wanted, to) => {
      expect(findings({ from: 'elsewhere', to, body: wanted.value }, []).length).toBeGreaterThan(0);
    }),
  );
});

test('a finding says whose and where, and never the value', () => {
  const [found] = findings({ body: Buffer.from(people.uma.password).toString('base64') });
  const said = found ? describeFinding(found) : '';
  expect(said).toBe('the password of uma went from isolated to provider by https in body (base64)');
  expect(JSON.stringify(found)).not.toContain(people.uma.password);
});

test('the judgement counts what it looked at, and markers are long enough to mean something', () => {
  expect(judgeCrossings([crossing({ head: 'abc', body: 'defg' }), crossing({ to: 'isolated' })], fixtureMarkers)).toMatchObject({
    crossings: 1,
    bytes: 7,
  });
  expect(Math.min(...fixtureMarkers.map(({ value }) => value.length))).toBeGreaterThanOrEqual(shortestMarker);
  expect(() => markersIn('', [{ whose: 'x', class: 'name', value: 'short' }])).toThrow(RangeError);
});
