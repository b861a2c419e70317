/** Changes at the keys of a Keycloak realm: another one signs, one more is published, the certificate of the signing one is another. */
import { createPublicKey } from 'node:crypto';
import { certifyRsaKey, type Validity } from '../../authority/x509.ts';
import { relyingParty } from '../../fixtures/fixtures.ts';
import type { RealmSigningKey } from '../driver.ts';
import type { ClientChanges, KeyChanges } from '../realm-changes.ts';
import { AdminFailure } from './admin-api.ts';
import { changeObject } from './changed-object.ts';
import { realmId, relyingPartyId } from './ids.ts';
import { type KeyComponent, keyComponent, keyProviderType, seededPriority, signingKeyComponent } from './key-components.ts';
import { demand, type RealmAtHand } from './realm-at-hand.ts';
import { rsaPrivateKeyPem } from './realm-keys.ts';
import { readKeyComponents } from './seeded-state.ts';

type PublishedKey = {
  readonly kid: string;
  readonly providerId: string;
  readonly algorithm: string;
  readonly status: 'ACTIVE' | 'PASSIVE' | 'DISABLED';
  /** SubjectPublicKeyInfo in base64. */
  readonly publicKey?: string;
  /** DER in base64. */
  readonly certificate?: string;
};
type RealmKeyList = { readonly active: Readonly<Record<string, string | undefined>>; readonly keys: readonly PublishedKey[] };

const keyList = ({ admin, name }: RealmAtHand): Promise<RealmKeyList> => admin.get(`${name}/keys`);

async function signing(realm: RealmAtHand): Promise<PublishedKey> {
  const { active, keys } = await keyList(realm);
  const found = keys.find(({ kid }) => kid === active.RS256);
  if (!found) throw new AdminFailure(`no key signs in ${realm.name}`);
  return found;
}

const publicHalf = (privateKeyPem: string): string =>
  createPublicKey(privateKeyPem).export({ type: 'spki', format: 'der' }).toString('base64');

/** Found by its public half among the private keys that were made here. */
export async function signingKey(realm: RealmAtHand): Promise<RealmSigningKey> {
  const { kid, publicKey } = await signing(realm);
  const privateKeyPem = realm.memory.signingKeyPems.find((pem) => publicHalf(pem) === publicKey);
  if (privateKeyPem === undefined) throw new AdminFailure(`the private key that signs in ${realm.name} was not made here`);
  return { keyId: kid, algorithm: 'RS256', privateKeyPem };
}

/** PEM of the certificate that SAML relying parties verify by right now. */
export async function signingCertificatePem(realm: RealmAtHand): Promise<string> {
  const { certificate = '' } = await signing(realm);
  return `-----BEGIN CERTIFICATE-----\n${(certificate.match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`;
}

export const keyChanges = (realm: RealmAtHand): KeyChanges & Pick<ClientChanges, 'setSigningAlgorithm'> => ({
  rotateKeys: ({ removeOldKeys = false } = {}) => rotateKeys(realm, removeOldKeys),
  addSecondActiveKey: () => addSecondActiveKey(realm),
  setCertificateValidity: (validity) => setCertificateValidity(realm, validity),
  setSigningAlgorithm: (algorithm) => setSigningAlgorithm(realm, algorithm),
});

const addComponent = ({ admin, name }: RealmAtHand, component: KeyComponent): Promise<unknown> =>
  admin.change('POST', `${name}/components`, { ...component, parentId: realmId(name), providerType: keyProviderType });

async function addRsaKey(realm: RealmAtHand, kid: string, settings: { readonly priority: number; readonly algorithm?: string }) {
  const privateKeyPem = await rsaPrivateKeyPem();
  realm.memory.signingKeyPems.push(privateKeyPem);
  await addComponent(realm, signingKeyComponent(kid, privateKeyPem, settings));
  demand(
    (await keyList(realm)).keys.some((key) => key.kid === kid && key.status === 'ACTIVE'),
    `the key ${kid}`,
  );
}

async function rotateKeys(realm: RealmAtHand, removeOldKeys: boolean): Promise<string> {
  const components = await readKeyComponents(realm.admin, realm.name);
  const highest = Math.max(...components.map(({ config }) => Number((config as { priority?: readonly string[] }).priority?.[0] ?? 0)));
  const kid = `${realm.name}-rotated-${highest + 100}`;
  const before = await signing(realm);
  await addRsaKey(realm, kid, { priority: highest + 100 });
  demand((await signing(realm)).kid === kid, `signing by the new key ${kid}`);
  if (removeOldKeys) await withdraw(realm, before);
  return kid;
}

/** Disabled, a key is published nowhere, and nothing that it signed is taken any more. */
async function withdraw(realm: RealmAtHand, { kid, providerId }: PublishedKey): Promise<void> {
  const path = `${realm.name}/components/${providerId}`;
  const component = await realm.admin.get<KeyComponent>(path);
  await realm.admin.change('PUT', path, { ...component, config: { ...component.config, enabled: ['false'], active: ['false'] } });
  demand(!(await keyList(realm)).keys.some((key) => key.kid === kid && key.status !== 'DISABLED'), `the end of the key ${kid}`);
}

async function addSecondActiveKey(realm: RealmAtHand): Promise<string> {
  const kid = `${realm.name}-second-${(await keyList(realm)).keys.length}`;
  const before = await signing(realm);
  await addRsaKey(realm, kid, { priority: seededPriority / 2 });
  demand((await signing(realm)).kid === before.kid, 'signing by the key that signed before');
  return kid;
}

async function setCertificateValidity(realm: RealmAtHand, validity: Validity): Promise<void> {
  const { providerId } = await signing(realm);
  const { privateKeyPem } = await signingKey(realm);
  const certificate = await certifyRsaKey(realm.name, privateKeyPem, validity);
  const path = `${realm.name}/components/${providerId}`;
  const component = await realm.admin.get<KeyComponent>(path);
  const config = { ...component.config, privateKey: [privateKeyPem], certificate: [certificate] };
  await realm.admin.change('PUT', path, { ...component, config });
  const body = certificate.replace(/-----[^-]+-----|\s/g, '');
  demand((await signing(realm)).certificate === body, 'another certificate');
}

const makers: Readonly<Record<Parameters<ClientChanges['setSigningAlgorithm']>[0], (realm: RealmAtHand, kid: string) => Promise<unknown>>> =
  {
    PS256: (realm, kid) => addRsaKey(realm, kid, { priority: seededPriority, algorithm: 'PS256' }),
    ES256: (realm) => addComponent(realm, keyComponent('es256', 'ecdsa-generated', { ecdsaEllipticCurveKey: 'P-256' })),
    HS256: (realm) => addComponent(realm, keyComponent('hs256', 'hmac-generated', { algorithm: 'HS256', secretSize: '32' })),
  };

/** Only ID tokens are signed otherwise: a client's setting, with a key for it in the realm. */
async function setSigningAlgorithm(realm: RealmAtHand, algorithm: Parameters<ClientChanges['setSigningAlgorithm']>[0]): Promise<void> {
  await makers[algorithm](realm, `${realm.name}-${algorithm.toLowerCase()}`);
  demand((await keyList(realm)).active[algorithm] !== undefined, `a key for ${algorithm}`);
  await changeObject(realm.admin, `${realm.name}/clients/${relyingPartyId(realm.name)}`, {
    what: `${relyingParty.clientId} with ${algorithm}`,
    change: { attributes: { 'id.token.signed.response.alg': algorithm } },
  });
}
