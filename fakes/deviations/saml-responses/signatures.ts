/** SAML responses whose signature is another than it should be: missing, elsewhere, over something else, by another key or by weaker means. SAML Core 2.0 §5.4, XML Signature §4. Threats: algorithm confusion, a key that the document brings along (S9). */
import { createPublicKey } from 'node:crypto';
import { certificateBase64, type ResignOptions, resigned, type SamlSigningKey, withoutSignature } from '../../saml/index.ts';
import {
  afterSigning,
  assertionIdOf,
  responseIdOf,
  type SamlKit,
  type SamlResponseDeviation,
  type SamlResponseDeviations,
} from './response.ts';
import { signedInfoWith } from './signed-info.ts';
import { elementIn, inElement, lastIn, replaced, withAttribute, withText } from './text.ts';

const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315';
const sha1 = 'http://www.w3.org/2000/09/xmldsig#sha1';
const rsaSha1 = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1';

/** The assertion is signed with these options, and the response around it as ever. */
const assertionSigned =
  (options: (kit: SamlKit) => ResignOptions & { readonly key?: SamlSigningKey }): SamlResponseDeviation['make'] =>
  ({ xml, relayState }, kit) => {
    const signed = resigned(xml, assertionIdOf(xml), { key: kit.key, ...options(kit) });
    return { relayState, xml: resigned(signed, responseIdOf(xml), { key: kit.key }) };
  };

/** The signature of the assertion, in a response that is not signed itself: a change breaks that one and no other. */
const ofAssertion = (change: (signature: string, xml: string) => string): SamlResponseDeviation['make'] =>
  afterSigning((response) => {
    const xml = withoutSignature(response, responseIdOf(response));
    return inElement('ds:Signature', (signature) => change(signature, xml))(xml);
  });

const transform = (algorithm: string, content: string): string => `<ds:Transform Algorithm="${algorithm}">${content}</ds:Transform>`;
const xpath = transform('http://www.w3.org/TR/1999/REC-xpath-19991116', '<ds:XPath>not(self::saml:NameID)</ds:XPath>');
const stylesheet = '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"></xsl:stylesheet>';
const xslt = transform('http://www.w3.org/TR/1999/REC-xslt-19991116', stylesheet);
const keyValue = (key: string): string =>
  `<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>${key}</ds:Modulus><ds:Exponent>AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>`;

const notSigned = 'sso.saml-response.assertion-not-signed';
const shape = 'sso.saml-response.signature-malformed';
const reference = 'sso.saml-response.reference-other';
const transforms = 'sso.saml-response.transforms-other';
const canonicalization = 'sso.saml-response.canonicalization-other';
const algorithm = 'sso.saml-response.algorithm-other';
const wrong = 'sso.saml-response.signature-wrong';

const placeDeviations = {
  'without-a-signature': {
    breaks: 'SAML Profiles 2.0 §4.1.4.5',
    refusedWith: notSigned,
    title: 'nobody signed it',
    make: ({ xml, relayState }) => ({ relayState, xml: withoutSignature(withoutSignature(xml, responseIdOf(xml)), assertionIdOf(xml)) }),
  },
  'whose-assertion-is-not-signed': {
    breaks: 'SAML Profiles 2.0 §4.1.3.5',
    refusedWith: notSigned,
    title: 'it is signed as a whole, and the assertion in it is not',
    make: ({ xml, relayState }, { key }) => ({
      relayState,
      xml: resigned(withoutSignature(xml, assertionIdOf(xml)), responseIdOf(xml), { key }),
    }),
  },
  'whose-envelope-is-not-signed': {
    breaks: 'SAML Core 2.0 §5.3',
    refusedWith: 'sso.saml-response.response-not-signed',
    title: 'only the assertion in it is signed, although the response should be as well',
    make: afterSigning((xml) => withoutSignature(xml, responseIdOf(xml))),
  },
  'whose-signature-stands-at-its-end': {
    breaks: 'SAML Core 2.0 §5.4.1',
    refusedWith: 'sso.saml-response.signature-elsewhere',
    title: 'its signature is the last thing in it and not the second',
    make: afterSigning((xml) => {
      const signature = elementIn(xml, 'ds:Signature');
      return lastIn('samlp:Response', signature)(replaced(xml, signature, ''));
    }),
  },
  'whose-signature-holds-an-object': {
    breaks: 'XML Signature §4.1',
    refusedWith: shape,
    title: 'its signature has room for something else',
    make: ofAssertion(lastIn('ds:Signature', '<ds:Object></ds:Object>')),
  },
  'whose-signature-says-twice-what-is-signed': {
    breaks: 'CVE-2025-29774',
    refusedWith: shape,
    title: 'its signature names twice what it is over',
    make: ofAssertion((signature) => {
      const info = elementIn(signature, 'ds:SignedInfo');
      return replaced(signature, info, info + info);
    }),
  },
  'whose-signature-is-over-two-things': {
    breaks: 'SAML Core 2.0 §5.4.2 (one reference)',
    refusedWith: 'sso.saml-response.references-several',
    title: 'its signature has two references',
    make: signedInfoWith((info) => {
      const one = elementIn(info, 'ds:Reference');
      return replaced(info, one, one + one);
    }),
  },
  'whose-signature-is-over-another-element': {
    breaks: 'SAML Core 2.0 §5.4.2 (the root element)',
    refusedWith: reference,
    title: 'the signature in the assertion refers to the response',
    make: signedInfoWith((info, xml) => withAttribute('ds:Reference', 'URI', `#${responseIdOf(xml)}`)(info)),
  },
  'whose-signature-refers-to-nothing': {
    breaks: 'SAML Core 2.0 §5.4.2 (no empty reference)',
    refusedWith: reference,
    title: 'the reference of the signature is empty: whatever document it stands in',
    variantOf: 'whose-signature-is-over-another-element',
    make: signedInfoWith(withAttribute('ds:Reference', 'URI', '')),
  },
} as const satisfies SamlResponseDeviations;

const meansDeviations = {
  'with-an-xpath-transform': {
    breaks: 'SAML Core 2.0 §5.4.4 (XPath)',
    refusedWith: transforms,
    title: 'an expression says what of it is signed: all but the name of the person',
    make: signedInfoWith(lastIn('ds:Transforms', xpath)),
  },
  'with-a-stylesheet-transform': {
    breaks: 'SAML Core 2.0 §5.4.4 (XSLT)',
    refusedWith: transforms,
    title: 'a program says what of it is signed',
    variantOf: 'with-an-xpath-transform',
    make: signedInfoWith(lastIn('ds:Transforms', xslt)),
  },
  'without-the-enveloped-transform': {
    breaks: 'SAML Core 2.0 §5.4.1 (enveloped)',
    refusedWith: transforms,
    title: 'its signature is over itself',
    make: assertionSigned(() => ({ transforms: [exclusive] })),
  },
  'with-a-transform-more': {
    breaks: 'SAML Core 2.0 §5.4.4 (two at most)',
    refusedWith: transforms,
    title: 'what is signed is brought into canonical form twice',
    variantOf: 'with-an-xpath-transform',
    make: assertionSigned(() => ({ transforms: [enveloped, inclusive, exclusive] })),
  },
  'of-an-inclusive-canonical-form': {
    breaks: 'SAML Core 2.0 §5.4.3',
    refusedWith: canonicalization,
    title: 'its signature depends on what stands around it',
    make: assertionSigned(() => ({ canonicalization: inclusive })),
  },
  'of-a-canonical-form-with-comments': {
    breaks: 'SAML Core 2.0 §5.4.3 (comments)',
    refusedWith: canonicalization,
    title: 'the canonical form of its signature keeps comments',
    variantOf: 'of-an-inclusive-canonical-form',
    make: assertionSigned(() => ({ canonicalization: `${exclusive}WithComments` })),
  },
  'signed-with-sha-1': {
    breaks: 'NIST SP 800-131A §9',
    refusedWith: algorithm,
    title: 'it is signed with SHA-1, and validly',
    make: assertionSigned(() => ({ algorithm: rsaSha1 })),
  },
  'signed-with-the-public-key': {
    breaks: 'XML Signature §6.3',
    refusedWith: algorithm,
    title: "it is signed with a shared secret: the text of the realm's certificate",
    make: signedInfoWith(
      withAttribute('ds:SignatureMethod', 'Algorithm', 'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256'),
      'certificate',
    ),
  },
  'digested-with-sha-1': {
    breaks: 'NIST SP 800-131A §9 (digest)',
    refusedWith: 'sso.saml-response.digest-other',
    title: 'what is signed is digested with SHA-1',
    make: assertionSigned(() => ({ digest: sha1 })),
  },
} as const satisfies SamlResponseDeviations;

const keyDeviations = {
  'signed-by-a-stranger': {
    breaks: 'SAML Core 2.0 §5.4.5',
    refusedWith: 'sso.saml-response.key-unknown',
    title: 'a stranger signed it, and the certificate for that comes along',
    make: assertionSigned(({ stranger }) => ({ key: stranger })),
  },
  'signed-by-a-stranger-who-names-nobody': {
    breaks: 'SAML Core 2.0 §5.4.5 (no key information)',
    refusedWith: wrong,
    title: 'a stranger signed it and does not say who that is',
    make: assertionSigned(({ stranger }) => ({ key: stranger, namedCertificate: 'none' })),
  },
  'signed-by-a-stranger-in-the-name-of-the-realm': {
    breaks: 'XML Signature §3.2.2',
    refusedWith: wrong,
    title: "a stranger signed it and puts the realm's certificate beside it",
    make: assertionSigned(({ stranger, key }) => ({ key: stranger, namedCertificate: certificateBase64(key.certificatePem) })),
  },
  'whose-signature-brings-a-bare-key': {
    breaks: 'XML Signature §4.5',
    refusedWith: wrong,
    title: 'a stranger signed it, and the bare key for that comes along',
    make: (honest, kit) => {
      const { xml } = assertionSigned(({ stranger }) => ({ key: stranger, namedCertificate: 'none' }))(honest, kit);
      const { n = '' } = createPublicKey(kit.stranger.certificatePem).export({ format: 'jwk' });
      const modulus = Buffer.from(n, 'base64url').toString('base64');
      const unsigned = withoutSignature(xml, responseIdOf(xml));
      return { ...honest, xml: lastIn('ds:Signature', `<ds:KeyInfo>${keyValue(modulus)}</ds:KeyInfo>`)(unsigned) };
    },
  },
  'with-another-digest': {
    breaks: 'XML Signature §3.2.1 (digest)',
    refusedWith: wrong,
    title: 'the digest in its signature is that of something else',
    variantOf: 'altered-after-it-was-signed',
    make: signedInfoWith(withText('ds:DigestValue', (digest) => `${digest.startsWith('A') ? 'B' : 'A'}${digest.slice(1)}`)),
  },
} as const satisfies SamlResponseDeviations;

export const signatureDeviations = { ...placeDeviations, ...meansDeviations, ...keyDeviations };
