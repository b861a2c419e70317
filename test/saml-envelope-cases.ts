/** SAML responses that are refused for their text, their envelope, their signatures or the attempt that they answer; each departs in one thing. */
import { resigned, withoutSignature } from '../fakes/saml/resign.ts';
import { idpKey, nowMs, otherKeys, requestId } from './saml-kit.ts';
import { around, assertionId, type Cases, type Change, inside, later, responseId, swap, when } from './saml-response-change.ts';

const second = (xml: string): string => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)?.[0] ?? '';
const signature = (xml: string, id: string): string =>
  xml.match(/<ds:Signature[\s\S]*?<\/ds:Signature>/g)?.find((each) => each.includes(`#${id}`)) ?? '';
const signs =
  (options: Omit<Parameters<typeof resigned>[2], 'key'>, key = idpKey): Change =>
  (xml) =>
    resigned(resigned(xml, assertionId, { key, ...options }), responseId, { key: idpKey });
const hmac = 'http://www.w3.org/2000/09/xmldsig#hmac-sha1';
const sha1 = 'http://www.w3.org/2000/09/xmldsig#sha1';
const rsaSha1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1';
const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';

export const envelopeCases: Cases = [
  ['too-large', 'a response of more than 40 KiB', around(swap('</samlp:Response>', `${' '.repeat(41_000)}</samlp:Response>`))],
  ['doctype', 'a document type', later((xml) => `<!DOCTYPE Response>${xml}`)],
  ['doctype', 'an entity', later((xml) => `<!DOCTYPE R [<!ENTITY x "y">]>${xml.replace('G-ada', '&x;')}`)],
  ['instruction', 'a processing instruction', around(swap('<samlp:Status>', '<?x y?><samlp:Status>'))],
  ['comment-in-text', 'a comment in the name', later(swap('G-ada', 'G-ada<!-- -->.evil'))],
  ['comment-in-text', 'a comment that was signed', inside(swap('G-ada', 'G-ada<!-- -->.evil'))],
  ['character-data', 'a section of character data', inside(swap('G-ada', '<![CDATA[G-ada]]>'))],
  [
    'too-deep',
    'a nest of elements',
    around(swap('<samlp:Status>', `<samlp:Extensions>${'<x>'.repeat(25)}${'</x>'.repeat(25)}</samlp:Extensions><samlp:Status>`)),
  ],
  [
    'too-many-elements',
    'a thousand empty elements',
    around(swap('<samlp:Status>', `<samlp:Extensions>${'<x/>'.repeat(1_000)}</samlp:Extensions><samlp:Status>`)),
  ],
  ['malformed', 'no base64', when({ asSent: '<samlp:Response/>' })],
  ['malformed', 'no UTF-8', when({ asSent: Buffer.from([0x3c, 0xff, 0xfe]).toString('base64') })],
  ['malformed', 'an end tag that a lenient parser adds', later(swap('</samlp:Response>', ''))],
  ['malformed', 'a prefix without a namespace', later(swap('<samlp:Status>', '<q:x></q:x><samlp:Status>'))],
  ['id-malformed', 'an id that is no name', around(swap('<samlp:Status>', '<samlp:Status Id="7 \' or">'))],
  ['id-duplicated', 'the same id twice', around(swap('<samlp:Status>', `<samlp:Status xml:id="${assertionId}">`))],
  ['root-other', 'an artifact response', later((xml) => xml.replaceAll('samlp:Response', 'samlp:ArtifactResponse'))],
  ['version-other', 'SAML 1.1', around(swap('Version="2.0"', 'Version="1.1"'))],
  ['issuer-missing', 'no issuer', { after: (xml) => swap(/<saml:Issuer.*?<\/saml:Issuer>/, '')(withoutSignature(xml, responseId)) }],
  ['issuer-other', 'another issuer', around(swap('realms/acme</saml:Issuer>', 'realms/other</saml:Issuer>'))],
  ['destination-missing', 'no destination', around(swap(/ Destination="[^"]*"/, ''))],
  ['destination-other', 'the place of another relying party', around(swap(/Destination="[^"]*"/, 'Destination="https://evil.test/acs"'))],
  ['status-not-success', 'a status that is no success', around(swap('status:Success', 'status:Responder'))],
  ['assertion-missing', 'no assertion', { after: (xml) => swap(second(xml), '')(withoutSignature(xml, responseId)) }],
  [
    'assertion-missing',
    'an assertion that hangs elsewhere',
    around((xml) => swap(second(xml), `<samlp:Extensions>${second(xml)}</samlp:Extensions>`)(xml)),
  ],
  [
    'assertions-several',
    'two assertions',
    around((xml) => xml.replace(second(xml), second(xml) + second(xml).replaceAll(assertionId, '_other'))),
  ],
  [
    'assertion-not-encrypted',
    'a plain one where an encrypted one is demanded',
    when({ settings: { profile: { encryptedAssertionsOnly: true } } }),
  ],
  [
    'signature-elsewhere',
    'a signature at the end of what it signs',
    later((xml) =>
      xml.replace(signature(xml, responseId), '').replace('</samlp:Response>', `${signature(xml, responseId)}</samlp:Response>`),
    ),
  ],
  ['assertion-not-signed', 'a signed response around an unsigned assertion', around((xml) => withoutSignature(xml, assertionId))],
  [
    'response-not-signed',
    'an unsigned response where a signed one is demanded',
    { after: (xml) => withoutSignature(xml, responseId), given: { settings: { profile: { signedResponsesOnly: true } } } },
  ],
  ['references-several', 'a signature over two things', later((xml) => xml.replace(/(<ds:Reference [\s\S]*?<\/ds:Reference>)/, '$1$1'))],
  [
    'signature-malformed',
    'a signature that holds an object',
    later(swap('</ds:KeyInfo></ds:Signature>', '</ds:KeyInfo><ds:Object></ds:Object></ds:Signature>')),
  ],
  [
    'signature-malformed',
    'a signature with two signed infos',
    later((xml) => xml.replace(/(<ds:SignedInfo>[\s\S]*?<\/ds:SignedInfo>)/, '$1$1')),
  ],
  ['reference-other', 'a signature over something else', later((xml) => xml.replace(`URI="#${assertionId}"`, `URI="#${responseId}"`))],
  ['reference-other', 'a signature over the whole document', later((xml) => xml.replace(`URI="#${assertionId}"`, 'URI=""'))],
  [
    'transforms-other',
    'a third transform',
    {
      inResponse: signs({
        transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', inclusive, 'http://www.w3.org/2001/10/xml-exc-c14n#'],
      }),
    },
  ],
  ['canonicalization-other', 'a canonical form that depends on the surroundings', { inResponse: signs({ canonicalization: inclusive }) }],
  ['algorithm-other', 'RSA with SHA-1', { inResponse: signs({ algorithm: rsaSha1 }) }],
  ['algorithm-other', 'a secret key', later(swap('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', hmac))],
  ['digest-other', 'a digest by SHA-1', { inResponse: signs({ digest: sha1 }) }],
  ['key-unknown', 'the key of somebody else, named', { inResponse: signs({}, otherKeys.signing) }],
  ['signature-wrong', 'the key of somebody else, not named', { inResponse: signs({ namedCertificate: 'none' }, otherKeys.signing) }],
  ['signature-wrong', 'another name in the assertion', later(swap('G-ada', 'G-eve'))],
  ['signature-wrong', 'something else in the response', later(swap('status:Success', 'status:Success" Id="x'))],
  ['key-expired', 'a certificate that has ended', when({ atMs: nowMs + 4000 * 86_400_000 })],
  ['in-response-to-missing', 'a response that nobody asked for', { inResponse: swap(` InResponseTo="${requestId}"`, '') }],
  ['in-response-to-other', 'the answer to an unknown request', when({ transaction: 'none' })],
  ['too-late', 'an answer after five minutes', when({ transaction: { startedAtMs: nowMs - 299_001 } })],
  ['of-another-browser', 'a browser that asked for something else', when({ cookie: '_other' })],
  ['of-another-browser', 'a browser that asked for nothing', when({ cookie: undefined })],
  ['settings-changed', 'a request to the identity provider of before', when({ transaction: { idpEntityId: 'https://idp.before.test' } })],
  ['relay-state-missing', 'no RelayState', when({ relayState: undefined })],
  ['relay-state-other', 'another RelayState', when({ relayState: 'https://evil.test/' })],
];
