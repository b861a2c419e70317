/** Diagnoses of sign-ins that could not begin: what a look at the identity provider found (A-12, C-02, C-03). */
import { atIdp, comparing, type Diagnoses, type DiagnosisEntry, ourSetting, startAgain, support, under } from './entry.ts';
import { discovered } from './expected.ts';

const away = (means: string): DiagnosisEntry =>
  comparing(atIdp(means, 'Find out why it does not answer. If it moved, set its new address here.'), discovered);
const certificate = (means: string): DiagnosisEntry =>
  comparing(atIdp(means, 'Have its TLS certificate replaced there. Nothing here makes a wrong certificate right.'), discovered);

export const beforeSignIn: Diagnoses = {
  ...under('sso.idp', {
    'not-configured': ourSetting(
      'issuer',
      'No identity provider settings are in force, or they cannot be read.',
      'Set them anew, test them, and activate them; or roll back.',
    ),
    'name-not-found': away('The name of the identity provider does not exist in the name system.'),
    'connection-refused': away('The identity provider refuses connections.'),
    'no-answer': away('The identity provider did not answer within five seconds.'),
    'certificate-not-trusted': certificate('The identity provider shows a certificate of an authority that is not trusted here.'),
    'certificate-expired': certificate('The TLS certificate of the identity provider has expired.'),
    'certificate-name-mismatch': certificate('The identity provider shows the TLS certificate of another name.'),
    unavailable: away('The identity provider answered with an error, or broke off.'),
    'metadata-malformed': comparing(
      ourSetting(
        'issuer',
        'What was found at the address is no metadata.',
        'Check that the issuer, or the metadata address, is written exactly as the identity provider writes it.',
      ),
      discovered,
    ),
    'issuer-other': comparing(
      ourSetting(
        'issuer',
        'The metadata names another identity provider than the settings.',
        'Write the issuer, or the entity ID, exactly as the metadata has it: a slash at the end counts.',
      ),
      discovered,
    ),
    'metadata-expired': comparing(atIdp('The validity of the metadata is over.', 'Have metadata published that are valid.'), discovered),
    'endpoint-not-allowed': comparing(
      support(
        'The metadata, or the settings, name a place that is not on the domain allowlist.',
        'If the place is right, ask the Support Desk to list it. If it is not, somebody altered the metadata.',
      ),
      discovered,
    ),
    unexpected: atIdp('A look at the identity provider came to nothing that is known.', 'Quote the reference to the Support Desk.'),
  }),
  ...under('sso.leaving', {
    'idp-away': away('A person signed out here while the identity provider was away: they may still be signed in there.'),
    'place-unknown': atIdp(
      'The metadata name no place to sign out: people are signed out here only.',
      'Have the sign-out endpoint published, or fix it here among the fixed endpoints.',
    ),
    'issuer-other': ourSetting(
      'issuer',
      'The session that ended began with an identity provider that is not set any more.',
      'Nothing has to be changed: the person is signed out here.',
    ),
  }),
  ...under('sso.settings-test', {
    unknown: startAgain('A test sign-in was begun by a link that nobody gave out.'),
    used: startAgain('A test sign-in was begun twice by the same link.'),
    'too-late': startAgain('A test sign-in was begun more than two minutes after it was asked for.'),
    'draft-changed': startAgain('The draft was changed before its test sign-in began.'),
  }),
};
