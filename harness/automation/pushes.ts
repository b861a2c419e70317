/** Turns what a connector would push into requests, by what it knows of the cloud: ids, and the versions that it was told. RFC 7644 §3. */
import type { ScimRequest } from '../actors/actors.ts';
import type { Push } from './provisioning.ts';
import { scimGroup, scimPatch, scimUser } from './scim-bodies.ts';

type Versions = ReadonlyMap<string, string>;
export type Known = {
  /** As the directory names people and the team. */
  readonly ids: ReadonlyMap<string, string>;
  readonly team: { readonly id: string; readonly name: string };
  readonly versions: Readonly<Record<'the last answer' | 'the first day', Versions>>;
  /** How the identity provider names the org admin. */
  readonly orgAdmin: { readonly name: string; readonly externalId: string };
};

/** Throws for somebody whom the connector does not know. */
export function requestOf(push: Push, known: Known): ScimRequest {
  const idOf = (who: string): string => found(known.ids, who);
  switch (push.kind) {
    case 'delete':
      return { method: 'DELETE', path: `/Users/${idOf(push.who)}` };
    case 'deactivate':
      return {
        method: 'PATCH',
        path: `/Users/${idOf(push.who)}`,
        body: scimPatch({ op: 'replace', path: 'active', value: false }),
      };
    case 'write-team':
      return { method: 'PUT', path: `/Groups/${known.team.id}`, body: scimGroup(known.team.name, push.members.map(idOf)) };
    case 'write-title':
      return {
        method: 'PUT',
        path: `/Users/${idOf(push.who)}`,
        body: scimUser(push.who, { title: push.title }),
        ifMatch: found(known.versions[push.remembers], push.who),
      };
    case 'create':
      return { method: 'POST', path: '/Users', body: { ...scimUser(push.userName), schemas: [push.schema] } };
    case 'write-org-admin': {
      const { name, externalId } = known.orgAdmin;
      return { method: 'POST', path: '/Users', body: scimUser(name, { externalId, active: push.active }) };
    }
  }
}

function found(by: ReadonlyMap<string, string>, who: string): string {
  const value = by.get(who);
  if (value === undefined) throw new TypeError(`the connector does not know ${who}`);
  return value;
}
