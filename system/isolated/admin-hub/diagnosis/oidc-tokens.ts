/** Diagnoses of ID tokens and of logout tokens, which are alike in most. */
import { atIdp, attack, comparing, type Diagnoses, ourSetting, startAgain, under } from './entry.ts';
import { oidcExpected as expected } from './expected.ts';

/** Its form and its signature. */
const signed = (token: string): Diagnoses => ({
  malformed: atIdp(`What came as ${token} is none.`, `Let the ${token} be a signed JWT.`),
  encrypted: atIdp(`The ${token} is encrypted.`, `Switch the encryption of the ${token} off for our client; signed is enough.`),
  'claims-duplicated': attack(`The ${token} says the same thing twice.`),
  'type-other': comparing(attack(`The token calls itself something else than a ${token}.`), expected.type),
  'header-critical': atIdp(`The ${token} demands an extension that nobody here knows.`, 'Switch it off for our client.'),
  'key-in-header': attack(`The ${token} brings a key of its own.`),
  'algorithm-other': comparing(
    ourSetting(
      'idTokenAlgorithm',
      `The ${token} is signed with another algorithm than the one that is set.`,
      'If the identity provider changed it on purpose, set the new one here; or set the old one there.',
    ),
    expected.algorithm,
  ),
  'key-struck-out': comparing(
    ourSetting(
      'struckOutKeyIds',
      `The ${token} is signed with a key that was struck out here.`,
      'Have the identity provider sign with another key. Take a key off the list only if it was put there by mistake.',
    ),
    expected.keyNotStruckOut,
  ),
  'key-unknown': comparing(
    atIdp(
      `The ${token} is signed with a key that is not published.`,
      'After a change of keys, have the new one published before it signs. If nobody changed keys, treat it as an attack.',
    ),
    expected.key,
  ),
  'key-ambiguous': comparing(atIdp('Several published keys have the same id.', 'Give each its own id (kid) there.'), expected.key),
  'key-unsuitable': comparing(
    atIdp('The published key is for another use or algorithm.', 'Have a signing key published for the algorithm that is set here.'),
    expected.key,
  ),
  'key-too-weak': comparing(atIdp('The published key is of less than 2048 bits.', 'Have a longer one made there.'), expected.key),
  'signature-wrong': comparing(attack(`The signature of the ${token} is wrong: it was altered, or signed by somebody else.`), expected.key),
});

/** Who says it to whom, and when. */
const claimed = (token: string): Diagnoses => ({
  'issuer-other': comparing(
    ourSetting(
      'issuer',
      `The ${token} is of another issuer than the one that is set.`,
      'Write the issuer exactly as the identity provider writes it: a slash at the end, capitals and the port count.',
    ),
    expected.issuer,
  ),
  'audience-other': comparing(
    ourSetting(
      'clientId',
      `The ${token} is for another client.`,
      'Set the client ID that the identity provider has for us; or have our client ID put into the audience there.',
    ),
    expected.audience,
  ),
  'time-malformed': atIdp(`A time in the ${token} is no time.`, 'Have times written as whole seconds.'),
  'issued-at-missing': atIdp(`The ${token} does not say when it was issued.`, 'Have the claim “iat” put in.'),
  'issued-in-future': comparing(
    atIdp(`The ${token} was issued in the future: the clocks disagree by more than 30 seconds.`, 'Set the clock of the identity provider.'),
    expected.issued,
  ),
  'too-old': comparing(
    atIdp(
      `The ${token} was issued long ago: the clocks disagree, or it was kept.`,
      'Set the clock of the identity provider. If it is right, treat it as an attack.',
    ),
    expected.issued,
  ),
  expired: comparing(
    atIdp(
      `The ${token} has expired: the clocks disagree, or it lives too short.`,
      'Set the clock of the identity provider, and let tokens live for a minute at least.',
    ),
    expected.expiry,
  ),
});

/** `token`: “ID token” or “logout token”. */
const alike = (token: string): Diagnoses => ({ ...signed(token), ...claimed(token) });

const idToken: Diagnoses = {
  ...alike('ID token'),
  'logout-token': attack('A logout token was brought as an ID token.'),
  'issuer-missing': atIdp('The ID token does not name its issuer.', 'Have the claim “iss” put in.'),
  'audience-missing': comparing(atIdp('The ID token is for nobody.', 'Have our client ID put into the audience.'), expected.audience),
  'azp-missing': comparing(
    atIdp('The ID token is for several, and does not say who asked.', 'Take the other audiences out for our client.'),
    expected.authorizedParty,
  ),
  'azp-other': comparing(attack('The ID token was asked for by another client.'), expected.authorizedParty),
  'audience-many': comparing(
    atIdp('The ID token is for others besides us.', 'Take the other audiences out for our client.'),
    expected.audience,
  ),
  'subject-missing': atIdp('The ID token is about nobody.', 'Have the claim “sub” put in.'),
  'subject-too-long': atIdp('The name of the subject is longer than 255 bytes.', 'Have a shorter one used for “sub”.'),
  'expiry-missing': atIdp('The ID token does not say when it ends.', 'Have the claim “exp” put in.'),
  'lifetime-too-long': comparing(
    atIdp('The ID token is good for more than a day.', 'Have its lifetime shortened for our client.'),
    expected.lifetime,
  ),
  'not-yet-valid': atIdp(
    'The ID token is not valid yet: the clocks disagree by more than 30 seconds.',
    'Set the clock of the identity provider.',
  ),
  'nonce-missing': atIdp('The ID token does not say which sign-in it is for.', 'Let the nonce of the request be put into the ID token.'),
  'nonce-other': attack('The ID token is of another sign-in.'),
  'access-token-other': attack('The ID token belongs to another access token.'),
  'acr-missing': comparing(
    ourSetting(
      'demandedAcr',
      'The ID token does not say how the person was authenticated.',
      'Have the claim “acr” put in there; or demand none here, if that is what your organisation wants.',
    ),
    expected.acr,
  ),
  'acr-other': comparing(
    ourSetting(
      'demandedAcr',
      'The person was authenticated in a weaker way than is demanded.',
      'Have the identity provider ask for the stronger way when it is demanded; or correct the list of what is demanded here.',
    ),
    expected.acr,
  ),
  'library-refused': comparing(
    atIdp('Our second opinion refused what our own rules accept.', 'Quote the reference to the Support Desk.'),
    expected.library,
  ),
};

const logoutToken: Diagnoses = {
  ...alike('logout token'),
  'event-missing': attack('What came as a logout token does not say that it is one.'),
  'nonce-given': attack('An ID token was brought as a logout token.'),
  'nobody-named': atIdp('The logout token says neither whose session ended nor which.', 'Have “sub” or “sid” put in.'),
  'id-missing': atIdp('The logout token has no id of its own.', 'Have the claim “jti” put in.'),
  replayed: attack('The logout token was used before.'),
};

const frontChannel: Diagnoses = {
  'parameter-repeated': attack('The sign-out says the same thing twice.'),
  'issuer-missing': atIdp(
    'The sign-out does not name the identity provider.',
    'Switch “session required” on for front-channel logout of our client.',
  ),
  'issuer-other': attack('The sign-out names another identity provider.'),
  'sid-missing': atIdp('The sign-out does not name a session.', 'Switch “session required” on for front-channel logout of our client.'),
};

const signedOut: Diagnoses = {
  'state-unknown': startAgain('Somebody came back from a sign-out that was not begun here, or is used up.'),
  'too-late': startAgain('Somebody came back from a sign-out after more than ten minutes.'),
  'of-another-browser': startAgain('Somebody came back from a sign-out that another browser began.'),
};

export const oidcTokens: Diagnoses = {
  ...under('sso.id-token', idToken),
  ...under('sso.logout-token', logoutToken),
  ...under('sso.front-channel-logout', frontChannel),
  ...under('sso.signed-out', signedOut),
};
