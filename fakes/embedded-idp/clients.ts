/** The relying parties of a realm, as OpenID Connect Dynamic Client Registration 1.0 names their properties. */
import type { AdapterPayload } from 'oidc-provider';
import type { RealmConfiguration } from './configuration.ts';
import type { RealmSettings } from './settings.ts';

const codeFlow = {
  grant_types: ['authorization_code'],
  response_types: ['code'],
  id_token_signed_response_alg: 'RS256',
  require_auth_time: true,
} as const;

/** The library always takes a secret in the header, and in the form as long as the provider knows that way at all. Whoever else has a secret uses the same way. */
const secretMethod = ({ clientAuthentication }: RealmSettings): 'client_secret_basic' | 'client_secret_post' =>
  clientAuthentication === 'client_secret_post' ? 'client_secret_post' : 'client_secret_basic';

export const authenticationMethods = (settings: RealmSettings) =>
  [...new Set([settings.clientAuthentication, secretMethod(settings), 'none'] as const)] as const;

/** What the library would take all the same. RFC 6749 §5.2. */
export const isSecretInWrongPlace = (authorization: string | undefined, settings: RealmSettings): boolean =>
  secretMethod(settings) === 'client_secret_post' && /^basic /i.test(authorization ?? '');

/** Those that exist and may be used right now. One without a redirect URI keeps a place that nobody can name. */
export function clientsOf(configuration: RealmConfiguration, settings: RealmSettings): readonly AdapterPayload[] {
  const { publicClient, otherClient } = configuration;
  const others: AdapterPayload[] = [
    {
      ...codeFlow,
      client_id: publicClient.clientId,
      redirect_uris: [publicClient.redirectUri],
      post_logout_redirect_uris: [publicClient.redirectUri],
      token_endpoint_auth_method: 'none',
    },
    {
      ...codeFlow,
      client_id: otherClient.clientId,
      client_secret: otherClient.clientSecret,
      redirect_uris: [otherClient.redirectUri],
      token_endpoint_auth_method: secretMethod(settings),
    },
  ];
  return settings.clientPresent && settings.clientEnabled ? [relyingParty(configuration, settings), ...others] : others;
}

function relyingParty({ client }: RealmConfiguration, settings: RealmSettings): AdapterPayload {
  const { redirectUris, clientAuthentication, idTokensFor } = settings;
  return {
    ...codeFlow,
    client_id: client.clientId,
    client_secret: settings.clientSecret,
    redirect_uris: redirectUris.length > 0 ? [...redirectUris] : ['https://nowhere.invalid/'],
    post_logout_redirect_uris: [client.postLogoutRedirectUri],
    backchannel_logout_uri: client.backChannelLogoutUri,
    backchannel_logout_session_required: true,
    token_endpoint_auth_method: clientAuthentication,
    id_token_signed_response_alg: settings.idTokenAlgorithm,
    scope: settings.scopes.join(' '),
    ...keys(client.jwksUri, settings),
    ...(idTokensFor === undefined ? {} : { id_token_encrypted_response_alg: 'RSA-OAEP', id_token_encrypted_response_enc: 'A256GCM' }),
  };
}

function keys(jwksUri: string, { clientAuthentication, clientKeys, introduced, idTokensFor }: RealmSettings): object {
  if (idTokensFor !== undefined) return { jwks: { keys: [idTokensFor] } };
  if (clientAuthentication !== 'private_key_jwt') return {};
  return clientKeys === 'fetched' ? { jwks_uri: jwksUri } : { jwks: introduced.jwks };
}
