/** Sets up the OpenID provider of one realm: which parts of the library are on, and how it is asked about users, clients and keys. */
import type { JsonWebKey } from 'node:crypto';
import Provider, { type AdapterPayload, type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type { ClientConfiguration } from './configuration.ts';
import { derive } from './from-seed.ts';
import { pageHeaders, problemPage, signedOutPage, signOutPage } from './pages.ts';
import { claimsOf, type People } from './people.ts';
import type { RealmStore } from './store.ts';

export type ProviderParts = {
  readonly issuer: string;
  readonly seed: number;
  /** The first one signs; all are published. */
  readonly keys: readonly JsonWebKey[];
  readonly store: RealmStore;
  readonly people: People;
  readonly fetch: typeof fetch;
};

/** As stored and as OpenID Connect Dynamic Client Registration 1.0 names them. */
export const clientMetadata = (client: ClientConfiguration): AdapterPayload => ({
  client_id: client.clientId,
  client_secret: client.clientSecret,
  redirect_uris: [client.redirectUri],
  post_logout_redirect_uris: [client.postLogoutRedirectUri],
  backchannel_logout_uri: client.backChannelLogoutUri,
  backchannel_logout_session_required: true,
  grant_types: ['authorization_code'],
  response_types: ['code'],
  token_endpoint_auth_method: 'client_secret_basic',
  id_token_signed_response_alg: 'RS256',
  require_auth_time: true,
});

const show = (ctx: KoaContextWithOIDC, html: string): void => {
  ctx.set(pageHeaders);
  ctx.body = html;
};

/** The realm's own relying party is trusted by the customer: nobody is asked for consent, and each session has one grant for it. */
async function grantWithoutConsent(ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { client, session, provider } = ctx.oidc;
  const accountId = session?.accountId;
  if (client === undefined || session === undefined || accountId === undefined) return undefined;
  const granted = session.grantIdFor(client.clientId);
  const grant = granted === undefined ? undefined : await provider.Grant.find(granted);
  const fresh = grant ?? new provider.Grant({ clientId: client.clientId, accountId });
  fresh.addOIDCScope('openid profile email');
  await fresh.save();
  return fresh;
}

/** Sign-in only: without consent there is nothing to ask for. */
function loginOnly(): ReturnType<typeof interactionPolicy.base> {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

const minutes = (count: number): number => count * 60;

function configurationOf({ issuer, seed, keys, store, people, fetch }: ProviderParts): Configuration {
  const path = `${new URL(issuer).pathname}/`;
  const cookie = { httpOnly: true, secure: true, sameSite: 'lax', signed: true, overwrite: true } as const;
  return {
    adapter: store.adapter,
    jwks: { keys: [...keys] },
    fetch,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username', 'given_name', 'family_name'] },
    // Keycloak puts the claims of a scope into the ID token too.
    conformIdTokenClaims: false,
    clientAuthMethods: ['client_secret_basic'],
    cookies: { keys: [derive(seed, `${issuer} cookies`).toString('base64url')], long: { ...cookie, path }, short: { ...cookie, path } },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(form)),
        postLogoutSuccessSource: (ctx) => show(ctx, signedOutPage()),
      },
    },
    findAccount(_, subject) {
      const person = people.bySubject(subject);
      return person === undefined ? undefined : { accountId: person.subject, claims: () => claimsOf(person) };
    },
    interactions: { policy: loginOnly(), url: (_, interaction) => `${path}login/${interaction.uid}` },
    loadExistingGrant: grantWithoutConsent,
    pkce: { required: () => true },
    renderError: (ctx, { error }) =>
      show(
        ctx,
        problemPage('This request cannot be served', `Go back to the application and try again. Its request was refused: ${error}.`),
      ),
    responseTypes: ['code'],
    scopes: ['openid', 'profile', 'email'],
    ttl: {
      AccessToken: minutes(5),
      AuthorizationCode: minutes(1),
      Grant: minutes(600),
      IdToken: minutes(5),
      Interaction: minutes(30),
      Session: minutes(600),
    },
  };
}

/** A provider as the realm stands now. A rotation of keys makes a new one over the same store: sessions and codes live on. */
export function openProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.issuer, configurationOf(parts));
  provider.proxy = true;
  provider.on('server_error', (_, problem) => console.error(`${parts.issuer}: ${problem.name}: ${problem.message}`));
  provider.on('backchannel.error', (_, problem) => console.error(`${parts.issuer}: back-channel logout failed: ${problem.message}`));
  return provider;
}
