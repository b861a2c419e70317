/** Changes at Keycloak's protocol mappers: which claims and attributes a realm sends, under which name, and of which type. */
import type { ClaimValue, ClientChanges, SamlAttributeName } from '../realm-changes.ts';
import { valueOfType } from '../realm-changes.ts';
import { AdminFailure } from './admin-api.ts';
import { changeObject } from './changed-object.ts';
import { relyingPartyId, samlRelyingPartyId } from './ids.ts';
import type { MapperRepresentation } from './mappers.ts';
import { demand, type RealmAtHand } from './realm-at-hand.ts';

/** `models`: the path below which the mapper stands. It belongs to the client, or to a scope of the realm. */
type Placed = { readonly models: string; readonly mapper: MapperRepresentation };
type Scope = { readonly id: string; readonly name: string; readonly protocolMappers?: readonly MapperRepresentation[] };
type Named = 'claim.name' | 'attribute.name';

type ClaimChanges = Pick<ClientChanges, 'removeClaim' | 'renameClaim' | 'setClaim' | 'setClaimType'>;

export function claimChanges(realm: RealmAtHand): ClaimChanges {
  const setClaim = async (claim: string, value: ClaimValue): Promise<void> => {
    await removeMapper(realm, await claimMapper(realm, claim));
    await addHardcodedClaim(realm, claim, value);
  };
  return {
    setClaim,
    setClaimType: (claim, type) => setClaim(claim, valueOfType[type]),
    removeClaim: async (claim) => removeMapper(realm, await claimMapper(realm, claim)),
    renameClaim: async (claim, to) => renameMapper(realm, await claimMapper(realm, claim), { 'claim.name': to }),
  };
}

export const attributeChanges = (realm: RealmAtHand) => ({
  removeAttribute: async (name: SamlAttributeName) => removeMapper(realm, await attributeMapper(realm, name)),
  renameAttribute: async (name: SamlAttributeName, to: string) =>
    renameMapper(realm, await attributeMapper(realm, name), { 'attribute.name': to }),
});

/** Says the same in everybody's token. */
export async function addHardcodedClaim(realm: RealmAtHand, claim: string, value: ClaimValue): Promise<void> {
  const models = clientModels(realm.name, relyingPartyId(realm.name));
  await realm.admin.change('POST', models, {
    name: `${claim} for everybody`,
    protocol: 'openid-connect',
    protocolMapper: 'oidc-hardcoded-claim-mapper',
    config: {
      'claim.name': claim,
      'claim.value': typeof value === 'string' ? value : JSON.stringify(value),
      'jsonType.label': typeof value === 'string' ? 'String' : 'JSON',
      'id.token.claim': 'true',
      'access.token.claim': 'true',
      'userinfo.token.claim': 'true',
    },
  });
  await demandMapper(
    realm,
    models,
    (mapper) => mapper.protocolMapper === 'oidc-hardcoded-claim-mapper' && mapper.config['claim.name'] === claim,
  );
}

const clientModels = (realm: string, clientId: string): string => `${realm}/clients/${clientId}/protocol-mappers/models`;

const claimMapper = (realm: RealmAtHand, claim: string): Promise<Placed> =>
  findMapper(realm, clientModels(realm.name, relyingPartyId(realm.name)), { key: 'claim.name', name: claim });

const attributeMapper = (realm: RealmAtHand, name: string): Promise<Placed> =>
  findMapper(realm, clientModels(realm.name, samlRelyingPartyId(realm.name)), { key: 'attribute.name', name });

/** The scopes whose mappers our client's tokens get. A mapper of the same name in another scope is none of ours. */
const scopesOfOurs = ['basic', 'email', 'profile'];

async function findMapper({ admin, name: realm }: RealmAtHand, own: string, { key, name }: { key: Named; name: string }): Promise<Placed> {
  const fits = (mapper: MapperRepresentation): boolean =>
    mapper.config[key] === name || (name === 'sub' && mapper.protocolMapper === 'oidc-sub-mapper');
  const ofClient = (await admin.get<readonly MapperRepresentation[]>(own)).find(fits);
  if (ofClient) return { models: own, mapper: ofClient };
  const scopes = (await admin.get<readonly Scope[]>(`${realm}/client-scopes`)).filter((scope) => scopesOfOurs.includes(scope.name));
  for (const { id, protocolMappers = [] } of scopes) {
    const mapper = protocolMappers.find(fits);
    if (mapper) return { models: scopeModels(realm, id), mapper };
  }
  throw new AdminFailure(`nothing in ${realm} gives ${name}`);
}

export const scopeModels = (realm: string, scopeId: string): string => `${realm}/client-scopes/${scopeId}/protocol-mappers/models`;

async function removeMapper({ admin }: RealmAtHand, { models, mapper }: Placed): Promise<void> {
  await admin.change('DELETE', `${models}/${mapper.id}`);
  demand((await admin.find(`${models}/${mapper.id}`)) === undefined, `the end of ${mapper.name}`);
}

async function renameMapper({ admin }: RealmAtHand, { models, mapper }: Placed, named: Partial<Record<Named, string>>): Promise<void> {
  const change = { ...mapper, config: { ...mapper.config, ...named } };
  await changeObject(admin, `${models}/${mapper.id}`, { what: `another name for ${mapper.name}`, change });
}

async function demandMapper({ admin }: RealmAtHand, models: string, fits: (mapper: MapperRepresentation) => boolean): Promise<void> {
  demand((await admin.get<readonly MapperRepresentation[]>(models)).some(fits), 'a new mapper');
}
