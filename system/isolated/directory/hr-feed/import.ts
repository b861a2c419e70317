/** Imports an HR feed: fetched through the outbound port, judged whole, planned against who is there, and measured before any of it is done (N-06). */
import type { DirectoryChange, DirectoryUser } from '../../../kernel/directory.ts';
import type { Outbound, Random } from '../../../kernel/ports.ts';
import { demand } from '../../../kernel/refusal.ts';
import type { RuleTable } from '../../../kernel/rule.ts';
import type { Changing, Intended } from '../change.ts';
import { newUser } from '../directory.ts';
import { type Against, type CameFeed, type HrPerson, hrManager, problemsIn, readFeed } from './feed.ts';
import type { HrFeedFacts } from './rules.ts';

export type HrParts = {
  readonly against: Against;
  readonly changing: Changing;
  readonly random: Random;
  readonly table: RuleTable<HrFeedFacts>;
};

export { fingerprintOf } from './feed.ts';

const timeoutMs = 10_000;
const maxBytes = 8 * 1_024 * 1_024;

/** Undefined when it did not come whole: what failed is no feed that is empty. */
export async function fetchFeed(outbound: Outbound, url: URL): Promise<Uint8Array | undefined> {
  try {
    const { status, body } = await outbound.request({ url, method: 'GET', timeoutMs, maxBytes });
    return status === 200 ? body : undefined;
  } catch {
    return undefined;
  }
}

/** The steps that this feed needs, without what follows from them by group rules. Throws `Refusal` with a code of `directory.hr-feed`. */
export function plannedFeed({ against, random, table }: HrParts, came: CameFeed): readonly DirectoryChange[] {
  const { people, facts } = readFeed(came, against);
  demand(table, facts, { people: facts.people, problems: problemsIn(facts) });
  const before = new Map(against.people.managedBy(hrManager).map((user) => [user.externalId ?? '', user]));
  const changes = people.flatMap((person) => changesFor(person, before.get(person.employeeId), random));
  const named = new Set(people.map(({ employeeId }) => employeeId));
  const gone = [...before].flatMap(([id, { subject, status }]): readonly DirectoryChange[] =>
    named.has(id) || status === 'suspended' ? [] : [{ kind: 'user-suspended', subject }],
  );
  return [...changes, ...gone];
}

/** Returns the number of steps. Throws `Refusal` with a code of `directory.hr-feed` or `directory.mass-change`; then nothing has changed. */
export async function importFeed(
  parts: HrParts,
  came: CameFeed,
  by: Pick<Intended, 'actor' | 'peer' | 'of' | 'approved' | 'also'>,
): Promise<number> {
  const changes = plannedFeed(parts, came);
  await parts.changing.change({ ...by, origin: 'hr-feed', changes });
  return changes.length;
}

function changesFor(
  { employeeId, userName, attributes, active }: HrPerson,
  user: DirectoryUser | undefined,
  random: Random,
): readonly DirectoryChange[] {
  if (!user) {
    const known = { userName, externalId: employeeId, attributes, managedBy: hrManager, status: active ? 'active' : 'suspended' } as const;
    return [{ kind: 'user-created', user: newUser(random, known) }];
  }
  const { subject, status } = user;
  const to = { userName, attributes: { ...user.attributes, ...attributes } };
  const isSame = userName === user.userName && JSON.stringify(to.attributes) === JSON.stringify(user.attributes);
  return [
    ...(isSame ? [] : [{ kind: 'user-changed', subject, to } as const]),
    ...(active === (status === 'active') ? [] : [{ kind: active ? 'user-reactivated' : 'user-suspended', subject } as const]),
  ];
}
