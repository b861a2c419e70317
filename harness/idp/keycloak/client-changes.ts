/** Changes at the OpenID Connect client in Keycloak that stands for the isolated cloud. */
import { generateKeyPairSync } from 'node:crypto';
import { acrValues, relyingParty } from '../../fixtures/fixtures.ts';
import type { ClientAuthentication, ClientChanges, KeySource } from '../realm-changes.ts';
import { AdminFailure } from './admin-api.ts';
import { changeObject } from './changed-object.ts';
import { clientSecretIsAccepted } from './client-secret.ts';
import { flowId, relyingPartyId } from './ids.ts';
import { addHardcodedClaim } from './mapper-changes.ts';
import { demand, type RealmAtHand } from './realm-at-hand.ts';
import { passwordFlowName } from './sign-in-flow.ts';

type Json = Readonly<Record<string, unknown>>;
type Settings = Omit<ClientChanges, 'setSigningAlgorithm' | 'removeClaim' | 'renameClaim' | 'setClaim' | 'setClaimType'>;

const clientPath = ({ name }: RealmAtHand): string => `${name}/clients/${relyingPartyId(name)}`;

export const clientExists = async ({ admin, name }: RealmAtHand): Promise<boolean> =>
  (await admin.get<readonly unknown[]>(`${name}/clients?clientId=${relyingParty.clientId}`)).length === 1;

export function clientChanges(realm: RealmAtHand): Settings {
  const change = (what: string, to: Json) => changeObject(realm.admin, clientPath(realm), { what, change: to });
  const attributes = (what: string, to: Json) => change(what, { attributes: to });
  return {
    rotateClientSecret: () => rotateClientSecret(realm),
    deleteClient: () => deleteClient(realm),
    disableClient: () => change('the client disabled', { enabled: false }),
    removeRedirectUri: () => change('the end of the redirect URI', { redirectUris: [] }),
    setRedirectUri: (uri) => change('another redirect URI', { redirectUris: [uri] }),
    setClientAuthentication: (method, keys = 'introduced') => change(`authentication by ${method}`, authentication(realm, method, keys)),
    useFrontChannelLogout: () => change('logout by the front channel', { frontchannelLogout: true }),
    forceConsent: () => change('consent demanded', { consentRequired: true }),
    setTokenLifetime: (seconds) => attributes('another lifetime of tokens', { 'access.token.lifespan': `${seconds}` }),
    encryptIdTokens: () => attributes('encrypted ID tokens', encryptionToNobody()),
    setAcr: (how) => setAcr(realm, how),
    removeScope: (scope) => removeScope(realm, scope),
  };
}

async function rotateClientSecret(realm: RealmAtHand): Promise<string> {
  const { admin } = realm;
  const before = await admin.get<{ secret: string }>(clientPath(realm));
  const { value } = (await admin.change('POST', `${clientPath(realm)}/client-secret`)) as { value: string };
  demand(value !== before.secret && (await clientSecretIsAccepted(realm, value)), 'a new client secret');
  demand(!(await clientSecretIsAccepted(realm, before.secret)), 'the end of the old client secret');
  return value;
}

async function deleteClient(realm: RealmAtHand): Promise<void> {
  await realm.admin.change('DELETE', clientPath(realm));
  demand(!(await clientExists(realm)), 'the end of the client');
}

function authentication({ memory }: RealmAtHand, method: ClientAuthentication, keys: KeySource): Json {
  if (method !== 'private_key_jwt')
    return { clientAuthenticatorType: 'client-secret', attributes: { 'client.secret.authentication.allowed.method': method } };
  if (keys === 'fetched')
    return {
      clientAuthenticatorType: 'client-jwt',
      attributes: { 'use.jwks.url': 'true', 'jwks.url': relyingParty.jwksUri, 'use.jwks.string': 'false' },
    };
  if (!memory.introduced.jwks) throw new AdminFailure('no keys of the relying party were introduced');
  const jwks = JSON.stringify(memory.introduced.jwks);
  return { clientAuthenticatorType: 'client-jwt', attributes: { 'use.jwks.string': 'true', 'jwks.string': jwks, 'use.jwks.url': 'false' } };
}

/** A key pair whose private half is forgotten at once. */
function encryptionToNobody(): Json {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: 'jwk' }), use: 'enc', alg: 'RSA-OAEP', kid: 'held-by-nobody' };
  return {
    'id.token.encrypted.response.alg': 'RSA-OAEP',
    'id.token.encrypted.response.enc': 'A256GCM',
    'use.jwks.string': 'true',
    'jwks.string': JSON.stringify({ keys: [key] }),
  };
}

/** Keycloak tells the truth in `acr` only with the conditions of the seeded flow. */
async function setAcr(realm: RealmAtHand, how: Parameters<ClientChanges['setAcr']>[0]): Promise<void> {
  if (how !== 'not-honoured') await removeScope(realm, 'acr');
  if (how === 'missing') return;
  if (how === 'untrue') await addHardcodedClaim(realm, 'acr', acrValues.twoFactors);
  await changeObject(realm.admin, clientPath(realm), {
    what: 'sign-in without levels',
    change: { authenticationFlowBindingOverrides: { browser: flowId(realm.name, passwordFlowName) } },
  });
}

async function removeScope(realm: RealmAtHand, scope: string): Promise<void> {
  const { admin, name } = realm;
  const path = `${clientPath(realm)}/default-client-scopes`;
  const scopes = () => admin.get<readonly { readonly id: string; readonly name: string }[]>(path);
  const found = (await scopes()).find((each) => each.name === scope);
  if (!found) throw new AdminFailure(`the client in ${name} has no scope ${scope}`);
  await admin.change('DELETE', `${path}/${found.id}`);
  demand(!(await scopes()).some(({ id }) => id === found.id), `the end of the scope ${scope}`);
}
