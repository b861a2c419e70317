/** SAML responses whose assertion is about somebody who cannot be named, or is confirmed for somebody else: each validly signed. SAML Core 2.0 §2.3.3, §2.4, SAML Profiles 2.0 §4.1.4.2. */
import { assertionWith, instant, type SamlResponseDeviations } from './response.ts';
import { withAttribute, withoutElement, withText } from './text.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const confirmation = 'saml:SubjectConfirmationData';
const timeMalformed = 'sso.saml-response.time-malformed';

const assertionDeviations = {
  'with-an-assertion-of-saml-1-1': {
    breaks: 'SAML Core 2.0 §2.3.3 (version)',
    refusedWith: 'sso.saml-response.assertion-version-other',
    title: 'the assertion in it says that it is SAML 1.1',
    make: assertionWith(() => withAttribute('saml:Assertion', 'Version', '1.1')),
  },
  'with-an-assertion-of-another-issuer': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (issuer of the assertion)',
    refusedWith: 'sso.saml-response.assertion-issuer-other',
    title: 'the assertion in it is by another realm',
    make: assertionWith(() => withText('saml:Issuer', (issuer) => `${issuer}-other`)),
  },
  'whose-time-has-an-offset': {
    breaks: 'SAML Core 2.0 §1.3.3',
    refusedWith: timeMalformed,
    title: 'it says in the time of another zone when the person signed in',
    make: assertionWith(({ nowMs }) =>
      withAttribute('saml:AuthnStatement', 'AuthnInstant', instant(nowMs + 2 * 60 * minuteMs).replace('Z', '+02:00')),
    ),
  },
  'without-a-time-of-issue': {
    breaks: 'SAML Core 2.0 §2.3.3 (issue instant)',
    refusedWith: timeMalformed,
    title: 'the assertion in it does not say when it was made',
    make: assertionWith(() => withAttribute('saml:Assertion', 'IssueInstant', undefined)),
  },
  'from-the-future': {
    breaks: 'SAML Core 2.0 §2.3.3 (made in the past)',
    refusedWith: 'sso.saml-response.issued-in-future',
    title: 'the assertion in it was made tomorrow',
    make: assertionWith(({ nowMs }) => withAttribute('saml:Assertion', 'IssueInstant', instant(nowMs + dayMs))),
  },
} as const satisfies SamlResponseDeviations;

const nameDeviations = {
  'about-nobody': {
    breaks: 'SAML Core 2.0 §3.4.1.1',
    refusedWith: 'sso.saml-response.subject-missing',
    title: 'it names nobody',
    make: assertionWith(() => withoutElement('saml:NameID')),
  },
  'about-two-people': {
    breaks: 'SAML Core 2.0 §2.4.1',
    refusedWith: 'sso.saml-response.subject-missing',
    title: 'two names stand in it, one behind the other',
    make: assertionWith(() => (xml) => xml.replace(/(<saml:NameID[^>]*>)([^<]*)(<\/saml:NameID>)/, '$1$2$3$1somebody-else$3')),
  },
  'whose-name-is-too-long': {
    breaks: 'SAML Core 2.0 §8.3.7 (256 characters)',
    refusedWith: 'sso.saml-response.subject-too-long',
    title: 'the name of the person has 257 characters',
    make: assertionWith(() => withText('saml:NameID', () => 'x'.repeat(257))),
  },
  'whose-name-lasts-for-one-session': {
    breaks: 'SAML Core 2.0 §8.3.8',
    refusedWith: 'sso.saml-response.name-id-format-other',
    title: 'the name of the person is one that nobody has twice',
    make: assertionWith(() => withAttribute('saml:NameID', 'Format', 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient')),
  },
  'whose-name-is-an-e-mail-address': {
    breaks: 'SAML Core 2.0 §8.3.2',
    refusedWith: 'sso.saml-response.name-id-format-other',
    title: 'the person is named by an address that somebody else may have tomorrow',
    make: assertionWith(() => withAttribute('saml:NameID', 'Format', 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress')),
  },
  'whose-name-another-relying-party-knows': {
    breaks: 'SAML Core 2.0 §8.3.7 (qualifier)',
    refusedWith: 'sso.saml-response.name-id-qualifier-other',
    title: 'the name of the person is the one that another relying party knows',
    make: assertionWith(() => withAttribute('saml:NameID', 'SPNameQualifier', 'https://payroll.acme.test/saml/metadata')),
  },
} as const satisfies SamlResponseDeviations;

const confirmationDeviations = {
  'without-a-confirmation': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (confirmation)',
    refusedWith: 'sso.saml-response.confirmation-missing',
    title: 'it does not say how the person is confirmed',
    make: assertionWith(() => withoutElement('saml:SubjectConfirmation')),
  },
  'confirmed-by-a-key': {
    breaks: 'SAML Profiles 2.0 §3.1',
    refusedWith: 'sso.saml-response.confirmation-other',
    title: 'whoever brings it should prove to hold a key',
    make: assertionWith(() => withAttribute('saml:SubjectConfirmation', 'Method', 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key')),
  },
  'confirmed-for-another-recipient': {
    breaks: 'SAML Profiles 2.0 §4.1.4.3',
    refusedWith: 'sso.saml-response.recipient-other',
    title: 'the person is confirmed toward another relying party',
    make: assertionWith(() => withAttribute(confirmation, 'Recipient', 'https://payroll.acme.test/saml/acs')),
  },
  'confirmed-for-no-recipient': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (recipient)',
    refusedWith: 'sso.saml-response.recipient-other',
    title: 'it does not say toward whom the person is confirmed',
    make: assertionWith(() => withAttribute(confirmation, 'Recipient', undefined)),
  },
  'confirmed-from-some-time-on': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (no beginning)',
    refusedWith: 'sso.saml-response.confirmation-not-before',
    title: 'its confirmation has a beginning, which none may have',
    make: assertionWith(({ nowMs }) => withAttribute(confirmation, 'NotBefore', instant(nowMs - minuteMs))),
  },
  'confirmed-for-ever': {
    breaks: 'SAML Profiles 2.0 §4.1.4.2 (an end)',
    refusedWith: 'sso.saml-response.confirmation-endless',
    title: 'its confirmation has no end',
    make: assertionWith(() => withAttribute(confirmation, 'NotOnOrAfter', undefined)),
  },
  'whose-confirmation-has-ended': {
    breaks: 'SAML Profiles 2.0 §4.1.4.3 (an end)',
    refusedWith: 'sso.saml-response.confirmation-expired',
    title: 'its confirmation ended a minute ago',
    make: assertionWith(({ nowMs }) => withAttribute(confirmation, 'NotOnOrAfter', instant(nowMs - minuteMs))),
  },
  'confirmed-for-another-request': {
    breaks: 'SAML Profiles 2.0 §4.1.4.3 (in response to)',
    refusedWith: 'sso.saml-response.confirmation-in-response-to-other',
    title: 'its confirmation answers another request than the response around it',
    make: assertionWith(() => withAttribute(confirmation, 'InResponseTo', '_another-request')),
  },
} as const satisfies SamlResponseDeviations;

export const subjectDeviations = { ...assertionDeviations, ...nameDeviations, ...confirmationDeviations };
