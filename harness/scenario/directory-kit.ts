/** What scenarios about the directory share: a connector that has pushed some people, and the person who is to repair what it broke. */

import { createHash } from 'node:crypto';
import type { Replied, ScimConnector, User } from '../actors/actors.ts';
import {
  type HrExport,
  type Job,
  type KeptRules,
  type Known,
  requestOf,
  ruledGroup,
  scimGroup,
  scimUser,
  workers,
} from '../automation/index.ts';
import { alertAddress } from '../fixtures/fixtures.ts';
import type { Message } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Expectation, World } from './scenario.ts';
import { signedIn } from './signed-in-user.ts';

/** Throws when the answer is no success. */
export function idIn({ outcome, body }: Replied): string {
  if (outcome.kind !== 'ok') throw new Error(`the connector was not served: ${JSON.stringify(outcome)}`);
  return String((body as { readonly id?: unknown }).id);
}

export type Staff = {
  readonly connector: ScimConnector;
  /** As the directory names them. */
  readonly ids: readonly string[];
  /** What the connector has learnt. */
  readonly known: Known;
};

/** Eight people and their team, pushed by the customer's connector; one of them has another title since. */
export async function staffed({ actors, realm }: World): Promise<Staff> {
  const connector = actors.connector();
  const ids = new Map<string, string>();
  const [firstDay, last] = [new Map<string, string>(), new Map<string, string>()];
  for (const who of workers) {
    const made = await connector.send({ method: 'POST', path: '/Users', body: scimUser(who) });
    ids.set(who, idIn(made));
    firstDay.set(who, versionIn(made));
    last.set(who, versionIn(made));
  }
  const all = [...ids.values()];
  const team = { name: 'Foundry', id: idIn(await connector.send({ method: 'POST', path: '/Groups', body: scimGroup('Foundry', all) })) };
  const known = { ids, team, versions: { 'the first day': firstDay, 'the last answer': last }, orgAdmin: orgAdminAt(realm) };
  // Whoever joins a team has a new version: a connector reads before it writes.
  last.set(retitled.who, versionIn(await connector.send({ method: 'GET', path: `/Users/${ids.get(retitled.who)}` })));
  last.set(retitled.who, versionIn(await connector.send(requestOf(retitled, known))));
  return { connector, ids: all, known };
}

const retitled = { kind: 'write-title', who: 'worker-3', title: 'Moulder', remembers: 'the last answer' } as const;
const versionIn = (replied: Replied): string => {
  idIn(replied);
  return (replied.body as { readonly meta: { readonly version: string } }).meta.version;
};
function orgAdminAt({ users }: World['realm']): Known['orgAdmin'] {
  const subject = users.find(({ name }) => name === 'ada')?.subject;
  if (subject === undefined) throw new TypeError('the org admin has no subject at this identity provider');
  return { name: 'ada', externalId: subject };
}

/** One job of the connector, push by push, until one is refused; then nothing more. */
export const ranJob = ({ automation }: World, { connector, known }: Staff, job: Job): Promise<Outcome> =>
  pushedAll(automation.connector.next(job), (push) => connector.send(requestOf(push, known)));

/** One after the other, until one is refused; then nothing more. */
async function pushedAll<Item>(items: readonly Item[], push: (item: Item) => Promise<Replied>): Promise<Outcome> {
  let last: Outcome = { kind: 'unknown', why: 'nothing was pushed' };
  for (const item of items) {
    last = (await push(item)).outcome;
    if (last.kind !== 'ok') return last;
  }
  return last;
}

/** Signed in, and known to AdminHub. Throws when that did not work. */
export async function orgAdmin(world: World): Promise<User> {
  const ada = await signedIn(world, 'ada');
  const outcome = await ada.open('admin');
  if (outcome.kind !== 'ok') throw new Error(`AdminHub did not open to the org admin: ${JSON.stringify(outcome)}`);
  return ada;
}

/** The personnel system hands out what it has, and the cloud imports it. `after`: what has really changed in the house. */
export async function imported({ target, automation }: World, admin: User, after?: (now: HrExport) => HrExport): Promise<Outcome> {
  if (!target.hrFeed) throw new TypeError('this target imports no feed');
  automation.personnel.handOut(after);
  return (await admin.administer('hr-feed/import')).outcome;
}

/** What the personnel system says when every other person has left the house. */
export const halfOfThePeople = (now: HrExport): HrExport => ({ ...now, people: now.people.filter((_, at) => at % 2 === 0) });

/** An org admin, with the twenty people of the personnel system. */
export async function importedStaff(world: World): Promise<User> {
  const admin = await orgAdmin(world);
  const outcome = await imported(world, admin);
  if (outcome.kind !== 'ok') throw new Error(`the first feed was not imported: ${JSON.stringify(outcome)}`);
  return admin;
}

export type RuledStaff = {
  readonly admin: User;
  /** Keeps them as the draft, which is in force for nobody. */
  draft(rules: KeptRules): Promise<Outcome>;
  activate(rules: KeptRules): Promise<Outcome>;
};
/** The same, with a group for one department by a rule that is in force. */
export async function ruledStaff(world: World): Promise<RuledStaff> {
  const admin = await importedStaff(world);
  const ids = new Map([[ruledGroup, idIn(await admin.administer('groups/create', { name: ruledGroup }))]]);
  const idsOf = (names: readonly string[] = []): readonly string[] => names.map((name) => ids.get(name) ?? name);
  const draft = async (kept: KeptRules): Promise<Outcome> => {
    const rules = kept.map((rule) => ({ ...rule, add: idsOf(rule.add), remove: idsOf(rule.remove) }));
    return (await admin.administer('group-rules/draft', { rules: JSON.stringify(rules) })).outcome;
  };
  const activate = async (kept: KeptRules): Promise<Outcome> => {
    const outcome = await draft(kept);
    return outcome.kind === 'ok' ? activateRules(admin) : outcome;
  };
  const outcome = await activate(world.automation.rules.now());
  if (outcome.kind !== 'ok') throw new Error(`the first rule was not activated: ${JSON.stringify(outcome)}`);
  return { admin, draft, activate };
}
type RulesRead = { readonly draft?: { readonly id: string } };
/** The draft of the group rules as it is now. */
async function activateRules(admin: User): Promise<Outcome> {
  const { draft } = (await admin.readHub('/group-rules')).body as RulesRead;
  return (await admin.administer('group-rules/activate', { draft: draft?.id ?? '' })).outcome;
}

/** A fingerprint of what the directory holds now: people, groups with their members, org admins, and the rules in force. */
export async function whatIsHeld(admin: User): Promise<string> {
  const read = async (path: string): Promise<Record<string, unknown>> => (await admin.readHub(path)).body as Record<string, unknown>;
  const [people, groups, rules] = [await read('/people'), await read('/groups'), await read('/group-rules')];
  const holds = { people: people.people, orgAdmins: people.orgAdmins, groups: groups.groups, inForce: rules.inForce };
  if (Object.values(holds).some((each) => each === undefined)) throw new Error('AdminHub does not say what the directory holds');
  return createHash('sha256').update(JSON.stringify(holds)).digest('hex').slice(0, 12);
}

/** What an org admin made is there when somebody looks. */
export const groupIsThere = (name: string): Expectation => ({
  claim: `there is a group called “${name}”`,
  judge: async ({ world }) => {
    const { outcome, body } = await (await orgAdmin(world)).readHub('/groups');
    if (outcome.kind !== 'ok') return { judged: 'unclear', observed: `the groups were not shown: ${outcome.kind}` };
    const names = (body as { readonly groups: readonly { readonly name: string }[] }).groups.map((group) => group.name);
    return { judged: names.includes(name) ? 'met' : 'not-met', observed: names.join(', ') || 'no group' };
  },
});

const mailWithinMs = 5_000;

/** The roster was told, by mail that needs no identity provider (N-01). Waits for it: nobody who was answered waited for the relay. */
export const rosterIsTold = (about: string): Expectation => ({
  claim: `mail about ${about} reaches the roster`,
  judge: async ({ world }) => {
    const [found] = await mailAbout(world, about);
    return found
      ? { judged: 'met', observed: found.subject }
      : { judged: 'not-met', observed: `no such mail within ${mailWithinMs / 1_000} s` };
  },
});

/** The same, and by one mail only: whoever is told all the time reads nothing any more. */
export const rosterIsToldOnce = (about: string): Expectation => ({
  claim: `one mail about ${about} reaches the roster`,
  judge: async ({ world }) => {
    const found = await mailAbout(world, about);
    return { judged: found.length === 1 ? 'met' : 'not-met', observed: `${found.length} such mails within ${mailWithinMs / 1_000} s` };
  },
});

/** As soon as there is one, or none when the time is over. */
async function mailAbout({ target }: World, about: string): Promise<readonly Message[]> {
  const untilMs = performance.now() + mailWithinMs;
  for (;;) {
    const found = ((await target.mailbox?.messages(alertAddress)) ?? []).filter(({ text }) => text.includes(about));
    if (found.length > 0 || performance.now() > untilMs) return found;
    await new Promise(setImmediate);
  }
}
