/** The signatures of a SAML response: each stands in its place, is over the element that it stands in and over nothing else, and is of a key and an algorithm that count. SAML Core 2.0 §5.4. Threats: signature wrapping in all its forms, algorithm confusion, a key that the document brings along (I-07, S9). */
import type { RuleTable } from '../../../../../kernel/rule.ts';
import type { ResponseFacts } from '../facts.ts';
import { isInForce, skewMs } from './times.ts';

export const transforms = ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'].join();
export const canonicalization = 'http://www.w3.org/2001/10/xml-exc-c14n#';
/** RSA with SHA-256 and SHA-512, and RSASSA-PSS with SHA-256; RFC 9231 §2.3. No SHA-1, no HMAC. */
export const algorithms = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
];
export const digests = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'];

export const signatureRules = [
  {
    code: 'sso.saml-response.signature-elsewhere',
    cites: ['I-07', 'SAML Core 2.0 §5.4.1'],
    holds: (f) => f.signatures.every((signature) => signature.of !== 'elsewhere'),
  },
  {
    code: 'sso.saml-response.assertion-not-signed',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.5'],
    holds: (f) => f.signatures.some((signature) => signature.of === 'assertion'),
  },
  {
    code: 'sso.saml-response.response-not-signed',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.5'],
    holds: (f) => !f.expected.signedResponsesOnly || f.signatures.some((signature) => signature.of === 'message'),
  },
  {
    code: 'sso.saml-response.signature-malformed',
    cites: ['I-07', 'XML Signature §4'],
    holds: (f) => f.signatures.every((signature) => signature.wellShaped),
  },
  {
    code: 'sso.saml-response.references-several',
    cites: ['I-07', 'SAML Core 2.0 §5.4.2'],
    holds: (f) => f.signatures.every((signature) => signature.references === 1),
  },
  {
    code: 'sso.saml-response.reference-other',
    cites: ['I-07', 'SAML Core 2.0 §5.4.2'],
    holds: (f) => f.signatures.every((signature) => signature.namesItsParent),
  },
  {
    code: 'sso.saml-response.transforms-other',
    cites: ['I-07', 'SAML Core 2.0 §5.4.4'],
    holds: (f) => f.signatures.every((signature) => signature.transforms.join() === transforms),
    reads: { transforms },
  },
  {
    code: 'sso.saml-response.canonicalization-other',
    cites: ['I-07', 'SAML Core 2.0 §5.4.3'],
    holds: (f) => f.signatures.every((signature) => signature.canonicalization === canonicalization),
    reads: { canonicalization },
  },
  {
    code: 'sso.saml-response.algorithm-other',
    cites: ['I-07', 'NIST SP 800-131A Rev. 2 §9'],
    holds: (f) => f.signatures.every((signature) => algorithms.includes(signature.algorithm)),
    reads: { algorithms },
  },
  {
    code: 'sso.saml-response.digest-other',
    cites: ['I-07', 'NIST SP 800-131A Rev. 2 §9'],
    holds: (f) => f.signatures.every((signature) => digests.includes(signature.digest)),
    reads: { digests },
  },
  {
    code: 'sso.saml-response.key-unknown',
    cites: ['C-03', 'C-04', 'SAML Core 2.0 §5.4.5'],
    holds: (f) => f.signatures.every((signature) => signature.namesKnownKey),
  },
  {
    code: 'sso.saml-response.signature-wrong',
    cites: ['I-07', 'XML Signature §3.2'],
    holds: (f) => f.signatures.every((signature) => signature.verifiedBy !== undefined),
  },
  {
    code: 'sso.saml-response.key-expired',
    cites: ['C-03', 'RFC 5280 §4.1.2.5'],
    holds: (f) => f.signatures.every((signature) => isInForce(signature.verifiedBy, f.expected.nowMs)),
    reads: { isInForce, skewMs },
  },
] as const satisfies RuleTable<ResponseFacts>;
