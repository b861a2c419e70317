/** What scenarios about the directory share: a connector that has pushed some people, and the person who is to repair what it broke. */

import type { Replied, ScimConnector, User } from '../actors/actors.ts';
import { alertAddress } from '../fixtures/fixtures.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Expectation, World } from './scenario.ts';

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

const hrColumns = ['employee_id', 'user_name', 'email', 'display_name', 'department', 'title', 'status'] as const;
type HrFields = Partial<Record<(typeof hrColumns)[number], string>>;

/** Twenty people of the personnel system, one line each; `change` says what is other about somebody, and leaves out whom it gives nothing. */
export const hrLines = (change: (index: number) => HrFields | undefined = () => ({})): readonly string[] =>
  Array.from({ length: 20 }, (_, index) => index + 1).flatMap((index) => {
    const changed = change(index);
    if (changed === undefined) return [];
    const fields: HrFields = {
      employee_id: `e-${index}`,
      user_name: `hand-${index}`,
      email: `hand-${index}@acme.test`,
      display_name: `Hand ${index}`,
      department: index <= 12 ? 'Foundry' : 'Assembly',
      title: 'Fitter',
      status: 'active',
      ...changed,
    };
    return [hrColumns.map((column) => fields[column]).join(',')];
  });
export const hrFile = (lines: readonly string[], header: readonly string[] = hrColumns): string =>
  `${[header.join(','), ...lines].join('\r\n')}\r\n`;

/** Publishes a feed and has it imported. */
export async function imported({ target }: World, admin: User, bytes: string | Uint8Array): Promise<Outcome> {
  if (!target.hrFeed) throw new TypeError('this target imports no feed');
  target.hrFeed.publish(bytes);
  return (await admin.administer('hr-feed', { do: 'import' })).outcome;
}

/** An org admin, with the twenty people of the personnel system. */
export async function importedStaff(world: World): Promise<User> {
  const admin = await orgAdmin(world);
  const outcome = await imported(world, admin, hrFile(hrLines()));
  if (outcome.kind !== 'ok') throw new Error(`the first feed was not imported: ${JSON.stringify(outcome)}`);
  return admin;
}

export type RuledStaff = { readonly admin: User; readonly group: string; activate(rules: readonly object[]): Promise<Outcome> };
/** The same, with a group for one department by a rule that is in force. */
export async function ruledStaff(world: World): Promise<RuledStaff> {
  const admin = await importedStaff(world);
  const group = idIn(await admin.administer('groups', { do: 'create', name: 'Foundry' }));
  const activate = async (rules: readonly object[]): Promise<Outcome> =>
    (await admin.administer('rules', { do: 'activate', rules: JSON.stringify(rules) })).outcome;
  const outcome = await activate([foundryRule(group)]);
  if (outcome.kind !== 'ok') throw new Error(`the first rule was not activated: ${JSON.stringify(outcome)}`);
  return { admin, group, activate };
}
export const inFoundry = { attribute: 'department', is: 'Foundry' } as const;
export const foundryRule = (group: string, more: Readonly<Record<string, unknown>> = {}) => ({
  name: 'foundry',
  when: inFoundry,
  add: [group],
  ...more,
});

const mailWithinMs = 5_000;

/** The roster was told, by mail that needs no identity provider (N-01). Waits for it: nobody who was answered waited for the relay. */
export const rosterIsTold = (about: string): Expectation => ({
  claim: `mail about ${about} reaches the roster`,
  judge: async ({ world: { target } }) => {
    const untilMs = performance.now() + mailWithinMs;
    for (;;) {
      const found = (await target.mailbox?.messages(alertAddress))?.find(({ text }) => text.includes(about));
      if (found) return { judged: 'met', observed: found.subject };
      if (performance.now() > untilMs) return { judged: 'not-met', observed: `no such mail within ${mailWithinMs / 1_000} s` };
      await new Promise(setImmediate);
    }
  },
});
