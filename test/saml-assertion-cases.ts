/** SAML responses that are refused for what their signed assertion says; each departs in one thing, and is signed again. */

import { releasedSamlPolicy } from '../system/isolated/sso/saml/policy.ts';
import { idpEntityId, nowMs } from './saml-kit.ts';
import { at, type Cases, inside, swap, when } from './saml-response-change.ts';

const longAgo = nowMs - 7_200_000;
export const assertionCases: Cases = [
  ['assertion-version-other', 'an assertion of SAML 1.1', inside(swap(/(<saml:Assertion [^>]*)Version="2.0"/, '$1Version="1.1"'))],
  [
    'assertion-issuer-other',
    'an assertion by another issuer',
    inside(swap(/(<saml:Assertion [^>]*><saml:Issuer>)[^<]*/, '$1https://other.test')),
  ],
  ['time-malformed', 'a time with an offset', inside(swap(/AuthnInstant="[^"]*"/, 'AuthnInstant="2026-11-22T12:00:00+02:00"'))],
  ['time-malformed', 'no time of issue', inside(swap(/(<saml:Assertion [^>]*) IssueInstant="[^"]*"/, '$1'))],
  [
    'issued-in-future',
    'an assertion of tomorrow',
    inside(swap(/(<saml:Assertion [^>]*)IssueInstant="[^"]*"/, `$1IssueInstant="${at(nowMs + 86_400_000)}"`)),
  ],
  ['subject-missing', 'nobody', inside(swap(/<saml:NameID.*?<\/saml:NameID>/, ''))],
  ['subject-missing', 'a name in two pieces', inside(swap('G-ada', 'G-<x></x>ada'))],
  ['subject-missing', 'two names', inside(swap(/(<saml:NameID.*?<\/saml:NameID>)/, '$1$1'))],
  ['subject-too-long', 'a name of 257 characters', inside(swap('G-ada', 'x'.repeat(257)))],
  ['name-id-format-other', 'a name that means nobody twice', inside(swap('nameid-format:persistent', 'nameid-format:transient'))],
  [
    'name-id-qualifier-other',
    'a name that another relying party knows',
    inside(swap('<saml:NameID ', '<saml:NameID SPNameQualifier="https://other.test" ')),
  ],
  ['confirmation-missing', 'no confirmation', inside(swap(/<saml:SubjectConfirmation .*?<\/saml:SubjectConfirmation>/, ''))],
  ['confirmation-other', 'a holder of a key', inside(swap('cm:bearer', 'cm:holder-of-key'))],
  ['recipient-other', 'another recipient', inside(swap(/Recipient="[^"]*"/, 'Recipient="https://other.test/acs"'))],
  ['confirmation-not-before', 'a confirmation that begins', inside(swap(' Recipient=', ` NotBefore="${at(nowMs)}" Recipient=`))],
  [
    'confirmation-endless',
    'a confirmation without an end',
    inside(swap(/(<saml:SubjectConfirmationData [^>]*?) NotOnOrAfter="[^"]*"/, '$1')),
  ],
  [
    'confirmation-expired',
    'a confirmation that is over',
    inside(swap(/(<saml:SubjectConfirmationData [^>]*?)NotOnOrAfter="[^"]*"/, `$1NotOnOrAfter="${at(nowMs - 30_000)}"`)),
  ],
  [
    'confirmation-in-response-to-other',
    'a confirmation of another answer',
    inside(swap(/(<saml:SubjectConfirmationData [^>]*?)InResponseTo="[^"]*"/, '$1InResponseTo="_other"')),
  ],
  ['conditions-missing', 'no conditions', inside(swap(/<saml:Conditions .*<\/saml:Conditions>/, ''))],
  [
    'condition-unknown',
    'a condition that nobody understands',
    inside(swap('</saml:Conditions>', '<saml:Condition></saml:Condition></saml:Conditions>')),
  ],
  ['audience-missing', 'no audience', inside(swap(/<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, ''))],
  ['audience-other', 'another audience', inside(swap(/<saml:Audience>[^<]*/, '<saml:Audience>https://other.test'))],
  [
    'audience-other',
    'two restrictions, of which one does not name us',
    inside(
      swap(
        '</saml:Conditions>',
        '<saml:AudienceRestriction><saml:Audience>https://other.test</saml:Audience></saml:AudienceRestriction></saml:Conditions>',
      ),
    ),
  ],
  [
    'not-yet-valid',
    'an assertion for tomorrow',
    inside(swap(/(<saml:Conditions )NotBefore="[^"]*"/, `$1NotBefore="${at(nowMs + 40_000)}"`)),
  ],
  [
    'expired',
    'an assertion of yesterday',
    inside(swap(/(<saml:Conditions [^>]*?)NotOnOrAfter="[^"]*"/, `$1NotOnOrAfter="${at(nowMs - 30_000)}"`)),
  ],
  [
    'lifetime-too-long',
    'an assertion for a week',
    inside(swap(/(<saml:Conditions [^>]*?)NotOnOrAfter="[^"]*"/, `$1NotOnOrAfter="${at(nowMs + 604_800_000)}"`)),
  ],
  [
    'authn-statement-missing',
    'no word about how the person was authenticated',
    inside(swap(/<saml:AuthnStatement .*<\/saml:AuthnStatement>/, '')),
  ],
  ['authn-context-other', 'a weaker authentication than demanded', when({ settings: { demandedAuthnContext: ['urn:acme:hwk'] } })],
  [
    'authentication-too-old',
    'an old authentication where a new one is demanded',
    { ...inside(swap(/AuthnInstant="[^"]*"/, `AuthnInstant="${at(longAgo)}"`)), given: { settings: { profile: { forceAuthn: true } } } },
  ],
  [
    'session-expired',
    'a session that is over',
    inside(swap('<saml:AuthnStatement ', `<saml:AuthnStatement SessionNotOnOrAfter="${at(longAgo)}" `)),
  ],
  [
    'library-refused',
    'what node-saml reads another way',
    when({ policy: { secondOpinion: (asked) => releasedSamlPolicy.secondOpinion(asked, { issuer: idpEntityId, nameId: 'G-eve' }) } }),
  ],
  ['library-refused', 'what node-saml refuses', when({ policy: { secondOpinion: async () => 'disagrees' } })],
];
