/** The text of a SAML response, and the envelope around its assertion: what is refused before any signature is looked at. SAML Core 2.0 §3.2.2, XML 1.0. Threats: parser differentials, resources used up, a response meant for somebody else (I-07). */
import type { RuleTable } from '../../../../../kernel/rule.ts';
import type { ResponseFacts } from '../facts.ts';

export const maxMessageBytes = 40 * 1024;
export const maxDepth = 24;
/** Elements and attributes together: twice what a person in two hundred groups brings. */
export const maxNodes = 1_000;
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';

export const messageRules = [
  { code: 'sso.saml-response.too-large', cites: ['I-07'], holds: (f) => f.message.bytes <= maxMessageBytes, reads: { maxMessageBytes } },
  { code: 'sso.saml-response.doctype', cites: ['I-07', 'SAML Core 2.0 §1.3'], holds: (f) => !f.message.doctype },
  { code: 'sso.saml-response.instruction', cites: ['I-07', 'XML 1.0 §2.6'], holds: (f) => !f.message.instruction },
  { code: 'sso.saml-response.comment-in-text', cites: ['I-07', 'XML 1.0 §2.5'], holds: (f) => !f.message.comment },
  { code: 'sso.saml-response.character-data', cites: ['I-07', 'XML 1.0 §2.7'], holds: (f) => !f.message.cdata },
  { code: 'sso.saml-response.too-deep', cites: ['I-07'], holds: (f) => f.message.depth <= maxDepth, reads: { maxDepth } },
  { code: 'sso.saml-response.too-many-elements', cites: ['I-07'], holds: (f) => f.message.nodes <= maxNodes, reads: { maxNodes } },
  { code: 'sso.saml-response.malformed', cites: ['I-07', 'XML 1.0 §2.1'], holds: (f) => f.message.wellFormed && f.message.readable },
  { code: 'sso.saml-response.id-malformed', cites: ['I-07', 'SAML Core 2.0 §1.3.4'], holds: (f) => f.message.idsAreNames },
  { code: 'sso.saml-response.id-duplicated', cites: ['I-07', 'SAML Core 2.0 §1.3.4'], holds: (f) => f.message.idsAreUnique },

  { code: 'sso.saml-response.root-other', cites: ['I-07', 'SAML Core 2.0 §3.3.3'], holds: (f) => f.envelope.isResponse },
  { code: 'sso.saml-response.version-other', cites: ['SAML Core 2.0 §3.2.2'], holds: (f) => f.envelope.version === '2.0' },
  {
    code: 'sso.saml-response.issuer-missing',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.2'],
    holds: (f) => f.envelope.issuer !== undefined,
  },
  {
    code: 'sso.saml-response.issuer-other',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.2'],
    holds: (f) => f.envelope.issuer === f.expected.idpEntityId,
  },
  {
    code: 'sso.saml-response.destination-missing',
    cites: ['I-07', 'SAML Bindings 2.0 §3.5.5.2'],
    holds: (f) => f.envelope.destination !== undefined,
  },
  {
    code: 'sso.saml-response.destination-other',
    cites: ['I-07', 'SAML Core 2.0 §3.2.2'],
    holds: (f) => f.envelope.destination === f.expected.acsUrl,
  },
  {
    code: 'sso.saml-response.status-not-success',
    cites: ['SAML Core 2.0 §3.2.2.2'],
    holds: (f) => f.envelope.status === success,
    reads: { success },
  },

  { code: 'sso.saml-response.assertion-missing', cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.2'], holds: (f) => f.assertions.inPlace },
  { code: 'sso.saml-response.assertions-several', cites: ['I-07', 'S9'], holds: (f) => f.assertions.found === 1 },
  {
    code: 'sso.saml-response.assertion-not-encrypted',
    cites: ['I-11', 'SAML Profiles 2.0 §4.1.4.5'],
    holds: (f) => f.assertions.encrypted || !f.expected.encryptedAssertionsOnly,
  },
  {
    code: 'sso.saml-response.assertion-encrypted-unreadable',
    cites: ['C-03', 'SAML Core 2.0 §6.2'],
    holds: (f) => f.assertions.opened,
  },
] as const satisfies RuleTable<ResponseFacts>;
