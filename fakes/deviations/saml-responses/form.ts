/** SAML responses whose text two parsers could read in two ways, or that cost more to read than they are worth. XML 1.0, SAML Bindings 2.0 §3.5.4. Threats: parser differentials, entity expansion. */
import { deflateRawSync } from 'node:zlib';
import { afterSigning, andSigned, assertionIdOf, assertionWith, type SamlResponseDeviations } from './response.ts';
import { before, inElement, lastIn, replaced, withAttribute, withText } from './text.ts';

const malformed = 'sso.saml-response.malformed';
const doctype = 'sso.saml-response.doctype';
const comment = 'sso.saml-response.comment-in-text';

const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
const nest = (depth: number): string => `<samlp:Extensions>${'<x>'.repeat(depth)}${'</x>'.repeat(depth)}</samlp:Extensions>`;
const commented = (text: string): string => `${text.slice(0, 2)}<!-- -->${text.slice(2)}`;

export const formDeviations = {
  'that-is-no-base64': {
    breaks: 'SAML Bindings 2.0 §3.5.4',
    refusedWith: malformed,
    title: 'it comes as plain text, not in base64',
    make: (honest) => ({ ...honest, encoded: honest.xml }),
  },
  'that-is-compressed': {
    breaks: 'SAML Bindings 2.0 §3.5.4 (no deflate)',
    refusedWith: malformed,
    title: 'it is compressed as only a redirect may be',
    variantOf: 'that-is-no-base64',
    make: (honest) => ({ ...honest, encoded: deflateRawSync(honest.xml).toString('base64') }),
  },
  'that-is-no-utf-8': {
    breaks: 'XML 1.0 §4.3.3',
    refusedWith: malformed,
    title: 'a byte in it belongs to no character',
    make: ({ xml, relayState }) => ({
      xml,
      relayState,
      encoded: Buffer.from(lastIn('samlp:Response', '\u00ff')(xml), 'latin1').toString('base64'),
    }),
  },
  'that-lacks-its-end': {
    breaks: 'XML 1.0 §3',
    refusedWith: malformed,
    title: 'its last end tag is not there, and a lenient parser would add it',
    make: afterSigning((xml) => replaced(xml, '</samlp:Response>', '')),
  },
  'with-something-after-its-end': {
    breaks: 'XML 1.0 §2.1',
    refusedWith: malformed,
    title: 'a second document stands behind the first',
    make: afterSigning((xml) => `${xml}<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"></samlp:Response>`),
  },
  'with-an-attribute-twice': {
    breaks: 'XML 1.0 §3.1',
    refusedWith: malformed,
    title: 'it names its destination twice, differently',
    make: afterSigning((xml) => replaced(xml, ' Destination="', ' Destination="https://other.test/acs" Destination="')),
  },
  'with-a-prefix-without-a-namespace': {
    breaks: 'Namespaces in XML 1.0 §3',
    refusedWith: malformed,
    title: 'one of its elements has a prefix that nobody declared',
    make: afterSigning(before('samlp:Status', '<q:x></q:x>')),
  },
  'with-a-document-type': {
    breaks: 'SAML Core 2.0 §1.3',
    refusedWith: doctype,
    title: 'it declares a document type',
    make: afterSigning((xml) => `<!DOCTYPE Response>${xml}`),
  },
  'with-an-entity': {
    breaks: 'CWE-611',
    refusedWith: doctype,
    title: 'it declares an entity and names the person by it',
    make: afterSigning((xml) => `<!DOCTYPE R [<!ENTITY who SYSTEM "file:///etc/hostname">]>${withText('saml:NameID', () => '&who;')(xml)}`),
  },
  'with-entities-within-entities': {
    breaks: 'CWE-776',
    refusedWith: doctype,
    title: 'its entities would grow to a thousand million words',
    make: afterSigning((xml) => `<!DOCTYPE R [<!ENTITY l0 "ha">${laughs}]>${withText('saml:NameID', () => '&l9;')(xml)}`),
  },
  'with-a-processing-instruction': {
    breaks: 'XML 1.0 §2.6',
    refusedWith: 'sso.saml-response.instruction',
    title: 'an instruction for some program stands in it',
    make: andSigned(before('samlp:Status', '<?program do?>')),
  },
  'that-claims-another-encoding': {
    breaks: 'XML 1.0 §4.3.3 (declared encoding)',
    refusedWith: 'sso.saml-response.instruction',
    title: 'it says that it is in UTF-7, and is not',
    make: afterSigning((xml) => `<?xml version="1.0" encoding="UTF-7"?>${xml}`),
  },
  'of-xml-1-1': {
    breaks: 'XML 1.0 §2.8',
    refusedWith: 'sso.saml-response.instruction',
    title: 'it says that it is XML 1.1, which ends lines in other places',
    make: afterSigning((xml) => `<?xml version="1.1"?>${xml}`),
  },
  'with-a-comment-in-the-name': {
    breaks: 'CVE-2017-11428',
    refusedWith: comment,
    title: 'a comment, which no signature covers, cuts the name of the person in two',
    make: afterSigning(withText('saml:NameID', commented)),
  },
  'with-a-comment-in-an-attribute': {
    breaks: 'CVE-2018-0489',
    refusedWith: comment,
    title: 'a comment cuts the value of an attribute in two',
    make: afterSigning(withText('saml:AttributeValue', commented)),
  },
  'with-a-comment-in-its-digest': {
    breaks: 'CVE-2025-29775',
    refusedWith: comment,
    title: 'a comment stands within the digest of its signature',
    make: afterSigning(withText('ds:DigestValue', (digest) => `<!-- ${digest} -->${digest}`)),
  },
  'with-character-data': {
    breaks: 'XML 1.0 §2.7',
    refusedWith: 'sso.saml-response.character-data',
    title: 'the name of the person is a section of character data',
    make: assertionWith(() => withText('saml:NameID', (name) => `<![CDATA[${name}]]>`)),
  },
  'that-is-too-large': {
    breaks: 'CWE-400',
    refusedWith: 'sso.saml-response.too-large',
    title: 'it has more than forty kibibytes, most of them spaces',
    make: andSigned((xml) => lastIn('samlp:Response', ' '.repeat(Math.max(0, 42_000 - xml.length)))(xml)),
  },
  'that-is-nested-too-deep': {
    breaks: 'CWE-674',
    refusedWith: 'sso.saml-response.too-deep',
    title: 'elements stand in elements, thirty deep',
    make: andSigned(before('samlp:Status', nest(28))),
  },
  'with-a-thousand-elements-too-many': {
    breaks: 'CWE-407',
    refusedWith: 'sso.saml-response.too-many-elements',
    title: 'a thousand empty elements stand in it',
    make: andSigned(before('samlp:Status', `<samlp:Extensions>${'<x/>'.repeat(1_000)}</samlp:Extensions>`)),
  },
  'with-an-id-that-is-no-name': {
    breaks: 'SAML Core 2.0 §1.3.4',
    refusedWith: 'sso.saml-response.id-malformed',
    title: 'one of its ids is a piece of XPath',
    make: andSigned(withAttribute('samlp:Status', 'Id', "x' or '1'='1")),
  },
  'with-one-id-twice': {
    breaks: 'SAML Core 2.0 §1.3.4 (unique)',
    refusedWith: 'sso.saml-response.id-duplicated',
    title: 'another element has the id of the assertion',
    make: andSigned((xml) => inElement('samlp:Status', withAttribute('samlp:Status', 'xml:id', assertionIdOf(xml)))(xml)),
  },
  'whose-name-is-in-two-pieces': {
    breaks: 'SAML Core 2.0 §2.2.3',
    refusedWith: 'sso.saml-response.subject-missing',
    title: 'an element stands within the name of the person',
    make: assertionWith(() => withText('saml:NameID', (name) => `${name.slice(0, 2)}<x></x>${name.slice(2)}`)),
  },
} as const satisfies SamlResponseDeviations;
