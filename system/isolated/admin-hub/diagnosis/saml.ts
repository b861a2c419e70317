/** Diagnoses of SAML responses and of SAML logout messages. */
import { atIdp, attack, comparing, type Diagnoses, ourSetting, startAgain, under } from './entry.ts';
import { samlExpected as expected } from './expected.ts';

const ourMetadata = 'Give the identity provider our metadata anew.';
const clock = 'Set the clock of the identity provider.';

const form: Diagnoses = {
  'too-large': atIdp('The message is too large.', 'Have attributes taken out for our service.'),
  doctype: attack('The message declares a document type.'),
  instruction: attack('The message holds processing instructions.'),
  'comment-in-text': attack('The message hides comments in its text.'),
  'character-data': attack('The message holds character data sections.'),
  'too-deep': attack('The message is nested too deep.'),
  'too-many-elements': atIdp('The message holds too many elements.', 'Have attributes taken out for our service.'),
  malformed: atIdp(
    'The message is not readable in one way only.',
    'Look whether something between the identity provider and us alters messages.',
  ),
  'id-malformed': attack('An id in the message is no name.'),
  'id-duplicated': attack('Two elements of the message have the same id.'),
  'root-other': atIdp('What came is another message.', ourMetadata),
  'version-other': atIdp('The message is of another version than SAML 2.0.', 'Let SAML 2.0 be spoken to us.'),
};

const envelope: Diagnoses = {
  'issuer-missing': comparing(atIdp('The response does not name its issuer.', 'Have it put in.'), expected.issuer),
  'issuer-other': comparing(
    ourSetting(
      'entityId',
      'The response is of another identity provider than the one that is set.',
      'Write the entity ID exactly as the identity provider writes it.',
    ),
    expected.issuer,
  ),
  'destination-missing': comparing(atIdp('The response does not say where it is sent.', ourMetadata), expected.destination),
  'destination-other': comparing(
    atIdp('The response was sent to another place than ours.', `The assertion consumer service is set wrong there. ${ourMetadata}`),
    expected.destination,
  ),
  'status-not-success': comparing(
    atIdp('The identity provider ended the sign-in with an error.', 'Look into its own log at this time.'),
    expected.status,
  ),
  'assertion-missing': atIdp('The response brings no assertion where it belongs.', 'Look into its own log at this time.'),
  'assertions-several': attack('The response brings several assertions.'),
  'assertion-not-encrypted': ourSetting(
    'encryptedAssertionsOnly',
    'The assertion is not encrypted, and only encrypted ones are wanted.',
    'Have assertions to us encrypted there; or do without it here.',
  ),
  'assertion-encrypted-unreadable': atIdp(
    'The assertion is encrypted for somebody else, or in a way that is not opened here.',
    `${ourMetadata} It names our key and the algorithms.`,
  ),
};

const signature: Diagnoses = {
  'signature-elsewhere': attack('A signature stands where none belongs.'),
  'assertion-not-signed': atIdp('The assertion is not signed.', 'Have assertions signed for our service, not only responses.'),
  'response-not-signed': ourSetting(
    'signedResponsesOnly',
    'The response is not signed, and only signed ones are wanted.',
    'Have responses signed there; or do without it here.',
  ),
  'signature-malformed': attack('The signature is not built as a signature is.'),
  'references-several': attack('The signature is about several things.'),
  'reference-other': attack('The signature is about something else than what it stands in.'),
  'transforms-other': attack('The signature transforms what it is about in another way than agreed.'),
  'canonicalization-other': atIdp('The signature is written in another canonical form.', 'Let exclusive canonicalization be used.'),
  'algorithm-other': comparing(
    atIdp('The signature is made with an algorithm that is not accepted, such as SHA-1.', 'Let RSA with SHA-256 be used.'),
    expected.algorithms,
  ),
  'digest-other': atIdp('The digest is made with an algorithm that is not accepted, such as SHA-1.', 'Let SHA-256 be used.'),
  'key-unknown': ourSetting(
    'certificates',
    'The message is signed by a key that is not set here.',
    'If the identity provider changed its certificate, add the new one here. If nobody did, treat it as an attack.',
  ),
  'signature-wrong': ourSetting(
    'certificates',
    'No certificate that is set verifies the signature.',
    'If the identity provider changed its certificate, add the new one here. If nobody did, treat it as an attack.',
  ),
  'key-expired': ourSetting(
    'certificates',
    'The certificate of the identity provider has expired, or is not valid yet.',
    'Have a new one made there, and add it here before it signs.',
  ),
};

const attempt: Diagnoses = {
  'one-time-use-replayed': attack('An assertion for one use was brought a second time.'),
  replayed: startAgain('The same response was brought twice: the page was loaded anew, or somebody kept it.'),
  'in-response-to-missing': ourSetting(
    'idpInitiated',
    'Nobody asked for this response: it began at the identity provider.',
    'Let people begin at the product; or allow it here, knowing that it cannot be bound to a browser.',
  ),
  'in-response-to-other': startAgain('The response belongs to no sign-in that was begun here, or to one that is used up.'),
  'too-late': startAgain('The person took more than five minutes at the identity provider.'),
  'of-another-browser': startAgain('The sign-in was begun in another browser. If nobody did that, somebody was led to a prepared form.'),
  'settings-changed': startAgain('The settings were changed while the person was at the identity provider.'),
  'relay-state-missing': atIdp('The relay state did not come back.', 'Let it be sent back as it came.'),
  'relay-state-other': attack('Another relay state came back.'),
};

const assertion: Diagnoses = {
  'assertion-version-other': atIdp('The assertion is of another version than SAML 2.0.', 'Let SAML 2.0 be spoken to us.'),
  'assertion-issuer-other': comparing(attack('The assertion is of another issuer than the response.'), expected.issuer),
  'time-malformed': atIdp('A time in the response is no time.', 'Have times written in UTC, as SAML demands.'),
  'issued-in-future': atIdp('The response was issued in the future: the clocks disagree by more than 30 seconds.', clock),
  'subject-missing': comparing(
    ourSetting('nameIdFormat', 'The assertion names nobody.', 'Have a NameID of the format that is set here put in.'),
    expected.nameIdFormat,
  ),
  'subject-too-long': atIdp('The name of the subject is too long.', 'Have a shorter NameID used.'),
  'name-id-format-other': comparing(
    ourSetting(
      'nameIdFormat',
      'The subject is named in another format than the one that is set.',
      'Set the same NameID format on both sides. People named in another format are other people here.',
    ),
    expected.nameIdFormat,
  ),
  'name-id-qualifier-other': attack('The name of the subject was made for somebody else.'),
  'confirmation-missing': atIdp('The assertion does not say who may bring it.', 'Let bearer confirmation be used.'),
  'confirmation-other': atIdp('The assertion may be brought in a way that is not bearer.', 'Let bearer confirmation be used.'),
  'recipient-other': atIdp(
    'The assertion is for another place than ours.',
    `The assertion consumer service is set wrong there. ${ourMetadata}`,
  ),
  'confirmation-not-before': atIdp(
    'The confirmation begins later, which the profile forbids.',
    'Have NotBefore taken out of the confirmation.',
  ),
  'confirmation-endless': atIdp('The confirmation does not end.', 'Have NotOnOrAfter put in.'),
  'confirmation-expired': atIdp('The confirmation was over: the clocks disagree, or it lives too short.', clock),
  'confirmation-in-response-to-other': attack('The assertion is of another sign-in than the response.'),
  'conditions-missing': atIdp('The assertion has no conditions.', 'Have audience and times put in.'),
  'condition-unknown': atIdp('The assertion has a condition that nobody here knows.', 'Have it taken out for our service.'),
  'audience-missing': comparing(
    atIdp('The assertion is for nobody.', `Our entity ID belongs into the audience. ${ourMetadata}`),
    expected.audience,
  ),
  'audience-other': comparing(
    atIdp('The assertion is for another service.', `Our entity ID is set wrong there. ${ourMetadata}`),
    expected.audience,
  ),
  'not-yet-valid': atIdp('The assertion is not valid yet: the clocks disagree by more than 30 seconds.', clock),
  expired: atIdp('The assertion has expired: the clocks disagree, or it lives too short.', clock),
  'lifetime-too-long': atIdp('The assertion is good for more than an hour.', 'Have its lifetime shortened for our service.'),
  'authn-statement-missing': atIdp('The assertion does not say that the person was authenticated.', 'Have the statement put in.'),
  'authn-context-other': comparing(
    ourSetting(
      'demandedAuthnContext',
      'The person was authenticated in another way than is demanded.',
      'Have the identity provider do it when it is demanded; or correct the list of what is demanded here.',
    ),
    expected.authnContext,
  ),
  'authentication-too-old': ourSetting(
    'forceAuthn',
    'The person was authenticated before this sign-in, and a new authentication is demanded.',
    'Have the identity provider do it when it is demanded; or do without it here.',
  ),
  'session-expired': atIdp('The session at the identity provider was over already.', 'Have sessions there last longer than a sign-in.'),
  'library-refused': atIdp('Our second opinion read something else than our own rules.', 'Quote the reference to the Support Desk.'),
};

const logout: Diagnoses = {
  'too-large': form['too-large'] as Diagnoses[string],
  malformed: atIdp(
    'The logout message is not readable in one way only.',
    'Look whether something between the identity provider and us alters messages.',
  ),
  'root-other': atIdp('What came is no logout message.', ourMetadata),
  'version-other': atIdp('The logout message is of another version than SAML 2.0.', 'Let SAML 2.0 be spoken to us.'),
  'issuer-other': ourSetting(
    'entityId',
    'The logout message is of another identity provider than the one that is set.',
    'Write the entity ID exactly as the identity provider writes it.',
  ),
  'destination-other': atIdp('The logout message was sent to another place than ours.', ourMetadata),
  'not-signed': atIdp('The logout message is not signed.', 'Have logout messages signed for our service.'),
  'signature-malformed': attack('The signature of the logout message is not built as a signature is.'),
  'algorithm-other': atIdp(
    'The logout message is signed with an algorithm that is not accepted, such as SHA-1.',
    'Let RSA with SHA-256 be used.',
  ),
  'signature-wrong': ourSetting(
    'certificates',
    'No certificate that is set verifies the logout message.',
    'If the identity provider changed its certificate, add the new one here. If nobody did, treat it as an attack.',
  ),
  'key-expired': ourSetting(
    'certificates',
    'The certificate behind the logout message has expired, or is not valid yet.',
    'Have a new one made there, and add it here.',
  ),
  replayed: attack('The logout message was brought before.'),
  'issued-in-future': atIdp('The logout message was issued in the future: the clocks disagree.', clock),
  'too-old': atIdp('The logout message was issued long ago: the clocks disagree, or it was kept.', clock),
  expired: atIdp('The logout message was over: the clocks disagree.', clock),
  'name-id-missing': atIdp('The logout message names nobody.', 'Have the NameID put in.'),
  'in-response-to-other': startAgain('Somebody came back from a sign-out that was not begun here, or is used up.'),
  'too-late': startAgain('Somebody came back from a sign-out after more than ten minutes.'),
  'of-another-browser': startAgain('Somebody came back from a sign-out that another browser began.'),
};

export const saml: Diagnoses = {
  ...under('sso.saml-response', { ...form, ...envelope, ...signature, ...attempt, ...assertion }),
  ...under('sso.saml-logout', logout),
};
