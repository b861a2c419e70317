/** Whom a signed assertion is about, and for whom it is confirmed. SAML Core 2.0 §2.4, SAML Profiles 2.0 §4.1.4.2. Threats: an assertion for another relying party or request, a name that means somebody else (I-07, S8). */
import type { RuleTable } from '../../../../../kernel/rule.ts';
import type { Instant } from '../../instant.ts';
import type { ResponseFacts } from '../facts.ts';
import { isOver, isToCome, skewMs } from './times.ts';

/** SAML Core 2.0 §8.3.7. */
const maxNameIdCharacters = 256;
const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const confirmations = (f: ResponseFacts) => f.assertion.confirmations;
const instantsIn = ({
  assertion: { issuedAt, conditions, confirmations: confirmed, authnStatements },
}: ResponseFacts): readonly Instant[] => [
  issuedAt,
  ...(conditions ? [conditions.notBefore, conditions.notOnOrAfter] : []),
  ...confirmed.flatMap(({ notBefore, notOnOrAfter }) => [notBefore, notOnOrAfter]),
  ...authnStatements.flatMap(({ sessionNotOnOrAfter, authnInstant }) => [sessionNotOnOrAfter, authnInstant]),
];

export const subjectRules = [
  { code: 'sso.saml-response.assertion-version-other', cites: ['SAML Core 2.0 §2.3.3'], holds: (f) => f.assertion.version === '2.0' },
  {
    code: 'sso.saml-response.assertion-issuer-other',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.2'],
    holds: (f) => f.assertion.issuer === f.expected.idpEntityId,
  },
  {
    code: 'sso.saml-response.time-malformed',
    cites: ['I-07', 'SAML Core 2.0 §1.3.3'],
    holds: (f) => f.assertion.issuedAt !== 'missing' && !instantsIn(f).includes('malformed'),
    reads: { instantsIn },
  },
  {
    code: 'sso.saml-response.issued-in-future',
    cites: ['I-07', 'SAML Core 2.0 §2.3.3'],
    holds: (f) => !isToCome(f.assertion.issuedAt, f),
    reads: { isToCome, skewMs },
  },
  { code: 'sso.saml-response.subject-missing', cites: ['I-07', 'SAML Core 2.0 §2.4.1'], holds: (f) => f.assertion.nameId !== undefined },
  {
    code: 'sso.saml-response.subject-too-long',
    cites: ['SAML Core 2.0 §8.3.7'],
    holds: (f) => (f.assertion.nameId?.value.length ?? 0) <= maxNameIdCharacters,
    reads: { maxNameIdCharacters },
  },
  {
    code: 'sso.saml-response.name-id-format-other',
    cites: ['C-03', 'SAML Core 2.0 §8.3'],
    holds: (f) => f.assertion.nameId?.format === f.expected.nameIdFormat,
  },
  {
    code: 'sso.saml-response.name-id-qualifier-other',
    cites: ['I-07', 'SAML Core 2.0 §8.3.7'],
    holds: (f) => f.assertion.nameId?.spNameQualifier === undefined || f.assertion.nameId.spNameQualifier === f.expected.entityId,
  },
  {
    code: 'sso.saml-response.confirmation-missing',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.2'],
    holds: (f) => confirmations(f).length > 0,
    reads: { confirmations },
  },
  {
    code: 'sso.saml-response.confirmation-other',
    cites: ['I-07', 'SAML Profiles 2.0 §3.3'],
    holds: (f) => confirmations(f).length === 1 && confirmations(f).every((each) => each.method === bearer),
    reads: { confirmations, bearer },
  },
  {
    code: 'sso.saml-response.recipient-other',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.2'],
    holds: (f) => confirmations(f).every((each) => each.recipient === f.expected.acsUrl),
    reads: { confirmations },
  },
  {
    code: 'sso.saml-response.confirmation-not-before',
    cites: ['SAML Profiles 2.0 §4.1.4.2'],
    holds: (f) => confirmations(f).every((each) => each.notBefore === 'missing'),
    reads: { confirmations },
  },
  {
    code: 'sso.saml-response.confirmation-endless',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.2'],
    holds: (f) => confirmations(f).every((each) => each.notOnOrAfter !== 'missing'),
    reads: { confirmations },
  },
  {
    code: 'sso.saml-response.confirmation-expired',
    cites: ['I-07', 'SAML Profiles 2.0 §4.1.4.3'],
    holds: (f) => !confirmations(f).some((each) => isOver(each.notOnOrAfter, f)),
    reads: { confirmations, isOver, skewMs },
  },
  {
    code: 'sso.saml-response.confirmation-in-response-to-other',
    cites: ['S8', 'SAML Profiles 2.0 §4.1.4.3'],
    holds: (f) => confirmations(f).every((each) => each.inResponseTo === f.envelope.inResponseTo),
    reads: { confirmations },
  },
] as const satisfies RuleTable<ResponseFacts>;
