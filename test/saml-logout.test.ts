/** Logout messages by SAML: the honest ones are accepted by either binding, and every rule has something that it alone refuses. */
import { expect, test } from 'vitest';
import { resigned, type SamlSigningKey, samlLogoutRequest, samlLogoutResponse, writeForm, writeRedirect } from '../fakes/saml/index.ts';
import { readCertificates } from '../system/isolated/sso/saml/certificates.ts';
import { releasedSamlPolicy } from '../system/isolated/sso/saml/policy.ts';
import { gatherLogout } from '../system/isolated/sso/saml/saml-logout/gather.ts';
import { judge } from '../system/kernel/rule.ts';
import { handleOf } from '../system/kernel/secret-handle.ts';
import { idpEntityId, idpKey, nowMs, otherKeys, requestId } from './saml-kit.ts';

const sloUrl = 'https://login.acme.isolated.test/saml/slo';
const spec = {
  id: '_logout-1',
  issuer: idpEntityId,
  destination: sloUrl,
  nowMs: nowMs - 1_000,
  nameId: 'G-ada',
  sessionIndexes: ['s-1', 's-2'],
};
const request = (key?: SamlSigningKey): string => samlLogoutRequest(spec, key);
const response = (key?: SamlSigningKey): string => samlLogoutResponse({ ...spec, inResponseTo: requestId }, key);

type Given = {
  readonly xml?: string;
  readonly field?: 'SAMLRequest' | 'SAMLResponse';
  readonly key?: SamlSigningKey;
  readonly raw?: (raw: string) => string;
  readonly brought?: Set<string>;
  readonly cookie?: string;
  readonly leaving?: 'none' | number;
  readonly atMs?: number;
};
function judged(binding: 'form' | 'query', given: Given = {}): string {
  const { field = 'SAMLRequest', raw = (same) => same, brought = new Set(), cookie = requestId, leaving = nowMs - 5_000 } = given;
  const xml = given.xml ?? request(binding === 'form' ? idpKey : undefined);
  const sent = { to: sloUrl, field, xml, relayState: 'rs' } as const;
  const query = raw(new URL(writeRedirect(sent, given.key ?? idpKey)).search.slice(1));
  const { facts } = gatherLogout(
    {
      nowMs: given.atMs ?? nowMs,
      idpEntityId,
      sloUrl,
      certificates: readCertificates([idpKey.certificatePem]),
      verifySignature: releasedSamlPolicy.verifySignature,
      takeLeaving: (hash) => (hash === handleOf(requestId) && leaving !== 'none' ? { startedAtMs: leaving } : undefined),
      noteBrought: (hash) => brought.has(hash) || !brought.add(hash),
    },
    {
      binding: binding === 'form' ? { kind: 'form', message: writeForm(sent)[field] ?? '' } : { kind: 'query', raw: query },
      browserRequestId: cookie,
    },
  );
  const judgement = judge(releasedSamlPolicy.logout, facts);
  return judgement.allowed ? 'allowed' : judgement.code.replace('sso.saml-logout.', '');
}

test.each(['form', 'query'] as const)('honest messages are accepted by %s', (binding) => {
  expect(judged(binding)).toBe('allowed');
  expect(judged(binding, { xml: response(binding === 'form' ? idpKey : undefined), field: 'SAMLResponse' })).toBe('allowed');
});

const swap = (xml: string, from: string | RegExp, to: string): string => {
  const changed = xml.replace(from, to);
  expect(changed).not.toBe(xml);
  return changed;
};
const again = (xml: string, options = {}, key: SamlSigningKey = idpKey): string => resigned(xml, spec.id, { key, ...options });
/** Each is refused in a signed query, where what changed is signed along with the rest. */
const inQuery: readonly (readonly [string, string, Given])[] = [
  ['too-large', 'more than 40 KiB', { xml: swap(request(), '</samlp:LogoutRequest>', `${' '.repeat(42_000)}</samlp:LogoutRequest>`) }],
  ['malformed', 'a document type', { xml: `<!DOCTYPE x>${request()}` }],
  ['malformed', 'a comment in the name', { xml: swap(request(), 'G-ada', 'G-ada<!-- -->.x') }],
  ['malformed', 'no deflate', { raw: (raw) => raw.replace(/SAMLRequest=[^&]*/, 'SAMLRequest=AAAA') }],
  ['root-other', 'a request to sign in', { xml: request().replaceAll('LogoutRequest', 'AuthnRequest') }],
  ['version-other', 'SAML 1.1', { xml: swap(request(), 'Version="2.0"', 'Version="1.1"') }],
  ['issuer-other', 'another issuer', { xml: swap(request(), `${idpEntityId}</saml:Issuer>`, 'https://other.test</saml:Issuer>') }],
  ['destination-other', 'another place', { xml: swap(request(), sloUrl, 'https://other.test') }],
  ['not-signed', 'no signature', { raw: (raw) => raw.replace(/&Signature=.*/, '') }],
  ['signature-malformed', 'a field twice', { raw: (raw) => `RelayState=other&${raw}` }],
  ['signature-malformed', 'two messages', { raw: (raw) => `${raw}&SAMLResponse=x` }],
  [
    'algorithm-other',
    'SHA-1',
    { raw: (raw) => raw.replace(/SigAlg=[^&]*/, `SigAlg=${encodeURIComponent('http://www.w3.org/2000/09/xmldsig#rsa-sha1')}`) },
  ],
  ['signature-wrong', 'the key of somebody else', { key: otherKeys.signing }],
  ['signature-wrong', 'another RelayState', { raw: (raw) => raw.replace('RelayState=rs', 'RelayState=x') }],
  ['signature-wrong', 'other capital letters in its characters', { raw: (raw) => raw.replace('%3A', '%3a') }],
  ['key-expired', 'a certificate that has ended', { atMs: nowMs + 4000 * 86_400_000 }],
  ['issued-in-future', 'a message of tomorrow', { xml: samlLogoutRequest({ ...spec, nowMs: nowMs + 86_400_000 }) }],
  ['issued-in-future', 'a message without an instant', { xml: swap(request(), / IssueInstant="[^"]*"/, '') }],
  ['too-old', 'a message of an hour ago', { xml: samlLogoutRequest({ ...spec, nowMs: nowMs - 3_600_000 }) }],
  [
    'expired',
    'a message that is over',
    { xml: swap(request(), ' Version=', ` NotOnOrAfter="${new Date(nowMs - 30_000).toISOString()}" Version=`) },
  ],
  ['name-id-missing', 'nobody', { xml: swap(request(), /<saml:NameID.*<\/saml:NameID>/, '') }],
  ['in-response-to-other', 'an answer to nothing', { xml: response(), field: 'SAMLResponse', leaving: 'none' }],
  ['too-late', 'an answer after ten minutes', { xml: response(), field: 'SAMLResponse', leaving: nowMs - 600_000 }],
  ['of-another-browser', 'an answer in another browser', { xml: response(), field: 'SAMLResponse', cookie: '_other' }],
];
test.each(inQuery)('%s: %s, in a query', (reason, _what, given) => expect(judged('query', given)).toBe(reason));

const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/;
test.each<[string, string, () => string]>([
  ['malformed', 'no XML', () => 'x'],
  ['not-signed', 'no signature', () => request()],
  [
    'signature-malformed',
    'a signature at the end',
    () => swap(request(idpKey), /(<ds:Signature[\s\S]*<\/ds:Signature>)([\s\S]*)(<\/samlp:LogoutRequest>)/, '$2$1$3'),
  ],
  [
    'signature-malformed',
    'two signatures',
    () => swap(request(idpKey), signature, (request(idpKey).match(signature)?.[0] ?? '').repeat(2)),
  ],
  [
    'signature-malformed',
    'another canonical form',
    () => again(request(), { canonicalization: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315' }),
  ],
  ['signature-malformed', 'a digest by SHA-1', () => again(request(), { digest: 'http://www.w3.org/2000/09/xmldsig#sha1' })],
  ['algorithm-other', 'SHA-1', () => again(request(), { algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' })],
  ['signature-wrong', 'the key of somebody else', () => again(request(), {}, otherKeys.signing)],
  ['signature-wrong', 'another name', () => swap(request(idpKey), 'G-ada', 'G-eve')],
])('%s: %s, in a form', (reason, _what, xml) => expect(judged('form', { xml: xml() })).toBe(reason));

test.each(['form', 'query'] as const)('the same message is accepted once, by %s', (binding) => {
  const brought = new Set<string>();
  expect([judged(binding, { brought }), judged(binding, { brought })]).toEqual(['allowed', 'replayed']);
});

test('every rule was seen to refuse', () => {
  const seen = new Set([...inQuery.map(([reason]) => reason), 'replayed']);
  expect(releasedSamlPolicy.logout.map(({ code }) => code.split('.')[2]).filter((reason) => !seen.has(reason ?? ''))).toEqual([]);
});
