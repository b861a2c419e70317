/** Changes at a Keycloak realm as a whole, and what makes the relying party's keys part of its seeded state. */
import type { RealmWideChanges, RelyingPartyKeys } from '../realm-changes.ts';
import { changeObject } from './changed-object.ts';
import { samlRelyingPartyId } from './ids.ts';
import { realmRepresentation } from './realm.ts';
import { demand, type RealmAtHand } from './realm-at-hand.ts';
import { certificateBody } from './saml-realm.ts';
import { recordSeededState } from './seeded-state.ts';

type Json = Readonly<Record<string, unknown>>;

export const realmWideChanges = (realm: RealmAtHand): RealmWideChanges => ({
  disableRealm: () => changeObject(realm.admin, realm.name, { what: 'the realm disabled', change: { enabled: false } }),
  removeRealm: async () => {
    await realm.admin.change('DELETE', realm.name);
    realm.admin.forgetToken(); // its rights named the realm
    demand((await realm.admin.find(realm.name)) === undefined, 'the end of the realm');
  },
});

/** Makes a removed realm again, with its people, clients and keys. Built-in things get new ids: the seeded state is read anew. */
export async function makeAgain(realm: RealmAtHand): Promise<void> {
  await realm.admin.change('POST', '', realmRepresentation(realm.index, realm.memory.keys));
  realm.admin.forgetToken();
  realm.memory.seeded = await recordSeededState(realm.admin, realm.name);
  await introduce(realm, realm.memory.introduced);
}

/** Puts the certificate at the service provider, and takes it into what is seeded. Keys for `private_key_jwt` wait until that is switched on. */
export async function introduce(realm: RealmAtHand, keys: RelyingPartyKeys): Promise<void> {
  const { memory } = realm;
  memory.introduced = { ...memory.introduced, ...keys };
  const { samlSigningCertificatePem } = memory.introduced;
  if (samlSigningCertificatePem === undefined) return;
  const id = samlRelyingPartyId(realm.name);
  const attributes = { 'saml.signing.certificate': certificateBody(samlSigningCertificatePem) };
  await changeObject(realm.admin, `${realm.name}/clients/${id}`, {
    what: 'the certificate of the service provider',
    change: { attributes },
  });
  memory.seeded = {
    ...memory.seeded,
    clients: memory.seeded.clients.map((client) => (client.id === id ? withAttributes(client, attributes) : client)),
  };
}

const withAttributes = <Client extends Json>(client: Client, attributes: Json): Client => ({
  ...client,
  attributes: { ...(client.attributes as Json), ...attributes },
});
