/** What scenarios about the directory share: a connector that has pushed some people, and the person who is to repair what it broke. */
import type { Replied, ScimConnector, User } from '../actors/actors.ts';
import type { Outcome } from '../verdict/results.ts';
import type { World } from './scenario.ts';

export type Staff = { readonly connector: ScimConnector /** As the directory names them. */; readonly ids: readonly string[] };

const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';

/** A person whom nobody else knows. */
export const scimUser = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  schemas: [userSchema],
  userName: `${name}@acme.test`,
  active: true,
  ...more,
});
export const scimPatch = (...operations: readonly Readonly<Record<string, unknown>>[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: operations,
});
export const scimGroup = (displayName: string, members: readonly string[]) => ({
  schemas: [groupSchema],
  displayName,
  members: members.map((value) => ({ value })),
});

/** Throws when the answer is no success. */
export function idIn({ outcome, body }: Replied): string {
  if (outcome.kind !== 'ok') throw new Error(`the connector was not served: ${JSON.stringify(outcome)}`);
  return String((body as { readonly id?: unknown }).id);
}

/** Eight people, pushed by the customer's connector. */
export async function staffed({ actors }: World): Promise<Staff> {
  const connector = actors.connector();
  const ids: string[] = [];
  for (let index = 1; index <= 8; index += 1)
    ids.push(idIn(await connector.send({ method: 'POST', path: '/Users', body: scimUser(`worker-${index}`) })));
  return { connector, ids };
}

/** One after the other, until one is refused; then nothing more. */
export async function pushedAll<Item>(items: readonly Item[], push: (item: Item) => Promise<Replied>): Promise<Outcome> {
  let last: Outcome = { kind: 'unknown', why: 'nothing was pushed' };
  for (const item of items) {
    last = (await push(item)).outcome;
    if (last.kind !== 'ok') return last;
  }
  return last;
}

/** Signed in, and known to AdminHub. Throws when that did not work. */
export async function orgAdmin({ actors }: World): Promise<User> {
  const ada = actors.user({ as: 'ada' });
  for (const outcome of [await ada.signIn(), await ada.open('admin')])
    if (outcome.kind !== 'ok') throw new Error(`the org admin is not signed in: ${JSON.stringify(outcome)}`);
  return ada;
}
