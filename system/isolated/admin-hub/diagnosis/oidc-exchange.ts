/** Diagnoses of what goes wrong between the identity provider's page and the ID token: the way back, the exchange of the code, the keys. */
import { atIdp, attack, comparing, type Diagnoses, ourSetting, startAgain, support, under } from './entry.ts';
import { oidcExpected } from './expected.ts';

const callback: Diagnoses = {
  'parameter-repeated': attack('The answer of the identity provider says the same thing twice.'),
  'state-unknown': startAgain(
    'The answer belongs to no sign-in that was begun here, or to one that is used up: an old page, a bookmark, the back button.',
  ),
  'too-late': startAgain('The person took more than ten minutes at the identity provider.'),
  'of-another-browser': startAgain('The sign-in was begun in another browser. If nobody did that, somebody was led to a prepared link.'),
  'settings-changed': startAgain('The settings were changed while the person was at the identity provider.'),
  'issuer-other': attack('The answer came from another identity provider than the one that was asked.'),
  'issuer-missing': atIdp(
    'The metadata promise that each answer names the issuer, and this one does not.',
    'Either the answers name it (parameter “iss”), or the metadata must not promise it.',
  ),
  'token-in-url': atIdp(
    'The answer brings tokens in the address, which were not asked for.',
    'Allow nothing but the authorization code flow for our client.',
  ),
  'code-and-error': attack('The answer is a success and an error at once.'),
  'refused-by-idp': atIdp(
    'The identity provider ended the sign-in with an error: access denied, consent refused, or a client that may not ask for this.',
    'Look into its own log at this time. Check that the client is enabled and that the redirect address is registered.',
  ),
  'code-missing': atIdp(
    'The answer has neither a code nor an error.',
    'Allow the authorization code flow for our client, with the answer in the query.',
  ),
};

const exchange: Diagnoses = {
  'library-refused': ourSetting(
    'clientAuthentication',
    'The code could not even be asked for with these settings.',
    'Check how we prove who we are, and the token endpoint.',
  ),
  'too-large': atIdp('The answer of the token endpoint is too large.', 'Take claims out of the tokens of our client.'),
  'idp-unreachable': comparing(
    atIdp('The token endpoint did not answer, or with an error of its own.', 'Find out why it does not answer.'),
    oidcExpected.failure,
  ),
  redirected: comparing(
    ourSetting(
      'endpoint-token',
      'The token endpoint leads elsewhere, and no redirect is followed.',
      'Set the address at which it really is.',
    ),
    oidcExpected.status,
  ),
  'client-rejected': comparing(
    ourSetting(
      'clientSecret',
      'The identity provider does not accept that it is us: the client is unknown or disabled there, or the secret was rotated.',
      'Enter the client secret that the identity provider has now. If it is right, compare the client ID and how we prove who we are.',
    ),
    oidcExpected.error,
  ),
  'code-rejected': comparing(
    atIdp(
      'The identity provider does not accept its own code: it was too slow, used before, or given for another client or address.',
      'If it happens to everybody, check the clock and the lifetime of codes there.',
    ),
    oidcExpected.error,
  ),
  'request-rejected': comparing(
    atIdp('The token endpoint refused the request.', 'Look up the error in its documentation, and its own log at this time.'),
    oidcExpected.error,
  ),
  'content-type-other': ourSetting(
    'endpoint-token',
    'What answered is no token endpoint: its answer is no JSON.',
    'Check the address of the token endpoint.',
  ),
  'response-malformed': ourSetting(
    'endpoint-token',
    'The answer of the token endpoint is no token answer.',
    'Check the address of the token endpoint.',
  ),
  'token-type-other': atIdp('The access token is of an unknown type.', 'Let our client be given bearer tokens.'),
  'id-token-missing': atIdp('The answer has no ID token.', 'Allow the scope “openid” for our client.'),
};

const keys: Diagnoses = {
  'not-allowed': support(
    'The published keys are at a place that is not on the domain allowlist.',
    'If the place is right, ask the Support Desk to list it.',
  ),
  unreachable: atIdp('The published keys cannot be fetched.', 'Have the address of the keys (JWKS) answer.'),
  'too-large': atIdp('There are too many published keys to keep.', 'Have old keys removed there.'),
  malformed: ourSetting('endpoint-keys', 'What is published is no set of keys.', 'Check the address of the keys (JWKS).'),
  empty: atIdp('No key is published.', 'Have a signing key made or enabled there.'),
};

export const oidcExchange: Diagnoses = {
  ...under('sso.callback', callback),
  ...under('sso.code-exchange', exchange),
  ...under('sso.keys', keys),
};
