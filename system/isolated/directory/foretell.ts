/** Says what a plan would make of people, one row for each, and what the mass-change guard would say of it. Nothing of it is done (N-02, N-06). */
import type { ChangeOrigin, DirectoryChange, DirectoryUser, Membership } from '../../kernel/directory.ts';
import type { Foretold, ForetoldPerson } from '../../kernel/directory-administration.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import type { Stored } from './apply.ts';
import { massChangeFacts } from './mass-change/measure.ts';
import { guardsAgainst, type MassChangeFacts } from './mass-change/rules.ts';
import { subjectOf } from './subject-of.ts';

/** How many of each list are told; whoever wants to know of more looks at the numbers. */
export const mostShown = 500;

type Becomes = ForetoldPerson['becomes'][number];
type Row = { readonly user: DirectoryUser; readonly becomes: Set<Becomes>; memberships: readonly Membership[]; readonly isNew: boolean };

/** `table` as it will be asked: without what an org admin looked past. */
export function foretell(
  stored: Stored,
  table: RuleTable<MassChangeFacts>,
  { origin, changes }: { readonly origin: ChangeOrigin; readonly changes: readonly DirectoryChange[] },
): Foretold {
  const rows = new Map<string, Row>();
  for (const change of changes) note(rows, stored, change);
  const people = [...rows.values()]
    .map((row) => personOf(row, stored))
    .filter(({ becomes, gains, loses }) => becomes.length + gains.length + loses.length > 0)
    .toSorted((one, other) => losing(other) - losing(one) || nameOf(one).localeCompare(nameOf(other), 'en', { numeric: true }));
  const sum = (of: (person: ForetoldPerson) => number): number => people.reduce((total, person) => total + of(person), 0);
  const whoBecome = (what: Becomes): number => sum(({ becomes }) => Number(becomes.includes(what)));
  const guards = guardsAgainst(table, massChangeFacts(stored, { origin, changes }));
  return {
    people: people.slice(0, mostShown),
    count: people.length,
    totals: {
      made: whoBecome('made'),
      changed: whoBecome('changed'),
      suspended: whoBecome('suspended'),
      reactivated: whoBecome('reactivated'),
      gains: sum(({ gains }) => gains.length),
      loses: sum(({ loses }) => loses.length),
    },
    guard: guards[0] ?? 'allowed',
    guards,
  };
}

/** Whoever loses something stands first, and is not cut off. */
const losing = ({ becomes, loses }: ForetoldPerson): number => Number(becomes.includes('suspended') || loses.length > 0);
const nameOf = ({ userName, subject }: ForetoldPerson): string => userName ?? subject ?? '';

const words: Readonly<Partial<Record<DirectoryChange['kind'], Becomes>>> = {
  'user-created': 'made',
  'user-changed': 'changed',
  'user-suspended': 'suspended',
  'user-removed': 'suspended',
  'user-reactivated': 'reactivated',
};

function note(rows: Map<string, Row>, { people }: Stored, change: DirectoryChange): void {
  const subject = subjectOf(change);
  if (subject === undefined) return;
  const created = change.kind === 'user-created' ? change.user : undefined;
  const user = created ?? people.find(subject);
  const row = rows.get(subject) ?? (user && newRow(user, created !== undefined));
  if (row === undefined) return;
  rows.set(subject, row);
  const becomes = words[change.kind];
  if (becomes) row.becomes.add(becomes);
  if (change.kind === 'member-added') row.memberships = [...row.memberships, { group: change.group, source: change.source }];
  if (change.kind === 'member-removed')
    row.memberships = row.memberships.filter(({ group, source }) => group !== change.group || source !== change.source);
}

const newRow = (user: DirectoryUser, isNew: boolean): Row => ({ user, becomes: new Set(), memberships: user.memberships, isNew });

/** Who is in a group by another word, too, neither gains nor loses it. */
function personOf({ user, becomes, memberships, isNew }: Row, { groups }: Stored): ForetoldPerson {
  const [before, after] = [isNew ? [] : user.memberships, memberships].map((each) => new Set(each.map(({ group }) => group)));
  const named = (ids: ReadonlySet<string> | undefined): readonly string[] => [...(ids ?? [])].map((id) => groups.find(id)?.name ?? id);
  return {
    subject: isNew ? undefined : user.subject,
    userName: user.userName,
    becomes: [...becomes],
    gains: named(after?.difference(before ?? new Set())),
    loses: named(before?.difference(after ?? new Set())),
  };
}
