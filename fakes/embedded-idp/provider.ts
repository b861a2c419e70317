/** Sets up the OpenID provider of one realm: which parts of the library are on, and how it is asked about users, clients and keys. */
import type { JsonWebKey } from 'node:crypto';
import Provider, { type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import { authenticationMethods } from './clients.ts';
import type { RealmConfiguration } from './configuration.ts';
import { derive } from './from-seed.ts';
import { sayInIdTokens } from './id-token.ts';
import { askedLevel, honoursLevels, type LevelRequest } from './levels.ts';
import { pageHeaders, problemPage, signedOutPage, signOutPage } from './pages.ts';
import { claimsOf, type People } from './people.ts';
import type { RealmSettings } from './settings.ts';
import type { RealmStore } from './store.ts';

export type ProviderParts = {
  readonly issuer: string;
  readonly seed: number;
  readonly configuration: RealmConfiguration;
  readonly settings: RealmSettings;
  /** The first one of an algorithm signs; all are published. */
  readonly keys: readonly JsonWebKey[];
  readonly store: RealmStore;
  readonly people: People;
  readonly fetch: typeof fetch;
};

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

/** Asks for a sign-in where the session is of a lower level than the request wants; a realm that does not honour levels never does. */
function signInPolicy({ settings, configuration }: ProviderParts): ReturnType<typeof interactionPolicy.base> {
  const policy = interactionPolicy.base();
  if (!settings.consent) policy.remove('consent');
  const login = policy.get('login');
  login?.checks.remove('essential_acrs');
  login?.checks.remove('essential_acr');
  login?.checks.add(
    new interactionPolicy.Check('level', 'a higher level of authentication is required', ({ oidc }) => {
      const { twoFactors } = configuration.acrValues;
      const wanted = askedLevel(oidc.params as LevelRequest, configuration.acrValues);
      return honoursLevels(settings.acr) && wanted === 'twoFactors' && oidc.session?.acr !== twoFactors;
    }),
  );
  return policy;
}

const minutes = (count: number): number => count * 60;

/** As Keycloak's: keycloak-js takes an access token apart, so that one has to be a JWT (RFC 9068). Everybody else's is opaque. */
const tokensThatThePublicClientReads = ({ issuer, configuration: { publicClient } }: ProviderParts) => ({
  enabled: true,
  defaultResource: (_: unknown, client: { readonly clientId: string }) => (client.clientId === publicClient.clientId ? [issuer] : []),
  useGrantedResource: () => true,
  getResourceServerInfo: () => ({
    scope: '',
    audience: issuer,
    accessTokenFormat: 'jwt' as const,
    jwt: { sign: { alg: 'RS256' as const } },
  }),
});

function configurationOf(parts: ProviderParts): Configuration {
  const { issuer, seed, keys, store, people, fetch, settings, configuration } = parts;
  const { publicClient, acrValues } = configuration;
  const path = `${new URL(issuer).pathname}/`;
  const cookie = { httpOnly: true, secure: true, sameSite: 'lax', signed: true, overwrite: true } as const;
  return {
    adapter: store.adapter,
    jwks: { keys: [...keys] },
    fetch,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'preferred_username', 'given_name', 'family_name'] },
    // Keycloak puts the claims of a scope into the ID token too.
    conformIdTokenClaims: false,
    acrValues: Object.values(acrValues),
    clientAuthMethods: [...authenticationMethods(settings)],
    clientBasedCORS: (_, origin, client) => client.clientId === publicClient.clientId && origin === publicClient.webOrigin,
    enabledJWA: { idTokenSigningAlgValues: ['RS256', 'PS256', 'ES256', 'HS256'] },
    cookies: { keys: [derive(seed, `${issuer} cookies`).toString('base64url')], long: { ...cookie, path }, short: { ...cookie, path } },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      claimsParameter: { enabled: true },
      encryption: { enabled: true },
      resourceIndicators: tokensThatThePublicClientReads(parts),
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(form)),
        postLogoutSuccessSource: (ctx) => show(ctx, signedOutPage()),
      },
    },
    findAccount(_, subject) {
      const person = people.bySubject(subject);
      return person === undefined ? undefined : { accountId: person.subject, claims: () => ({ ...claimsOf(person) }) };
    },
    interactions: { policy: signInPolicy(parts), url: (_, interaction) => `${path}login/${interaction.uid}` },
    ...(settings.consent ? {} : { loadExistingGrant: grantWithoutConsent }),
    pkce: { required: () => true },
    renderError: (ctx, { error }) =>
      show(
        ctx,
        problemPage('This request cannot be served', `Go back to the application and try again. Its request was refused: ${error}.`),
      ),
    responseTypes: ['code'],
    scopes: ['openid', 'profile', 'email'],
    ttl: {
      AccessToken: Math.max(1, settings.tokenLifetimeSeconds),
      AuthorizationCode: minutes(1),
      Grant: minutes(600),
      Interaction: minutes(30),
      Session: minutes(600),
    },
  };
}

/** As Keycloak does: keycloak-js asks with credentials, and a browser then lets it read only what says that it may. Fetch §3.2.5. */
const letThePublicClientReadAnswers = (provider: Provider, { configuration: { publicClient } }: ProviderParts): void =>
  void provider.use(async (ctx, next) => {
    await next();
    if (ctx.response.get('access-control-allow-origin') === publicClient.webOrigin) ctx.set('access-control-allow-credentials', 'true');
  });

/** A provider as the realm stands now. A rotation of keys makes a new one over the same store: sessions and codes live on. */
export function openProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.issuer, configurationOf(parts));
  provider.proxy = true;
  letThePublicClientReadAnswers(provider, parts);
  sayInIdTokens(provider, parts);
  provider.on('server_error', (_, problem) => console.error(`${parts.issuer}: ${problem.name}: ${problem.message}`));
  provider.on('backchannel.error', (_, problem) => console.error(`${parts.issuer}: back-channel logout failed: ${problem.message}`));
  return provider;
}
