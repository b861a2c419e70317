/** Ids of everything that the harness puts into a Keycloak realm: the same in every snapshot, so that a reset finds what it resets. */
import { createHash } from 'node:crypto';
import { launchpadClient, otherRelyingParty, relyingParty, samlRelyingParty } from '../../fixtures/fixtures.ts';

/** The same UUID for the same thing in every snapshot: `fixedId('w1', 'user', 'uma')`. */
export function fixedId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const realmId = (realm: string): string => fixedId(realm, 'realm');
export const userId = (realm: string, name: string): string => fixedId(realm, 'user', name);
export const groupId = (realm: string, name: string): string => fixedId(realm, 'group', name);
export const flowId = (realm: string, name: string): string => fixedId(realm, 'flow', name);

const clientId = (realm: string, name: string): string => fixedId(realm, 'client', name);
export const relyingPartyId = (realm: string): string => clientId(realm, relyingParty.clientId);
export const samlRelyingPartyId = (realm: string): string => clientId(realm, samlRelyingParty.entityId);
export const launchpadId = (realm: string): string => clientId(realm, launchpadClient.clientId);
export const otherRelyingPartyId = (realm: string): string => clientId(realm, otherRelyingParty.clientId);
export const mapperId = (realm: string, client: string, name: string): string => fixedId(realm, 'mapper', client, name);
