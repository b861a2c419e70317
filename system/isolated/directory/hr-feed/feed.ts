/** An HR feed as people: which column means what, and everything that is wrong with it (N-05, N-06). */
import { createHash } from 'node:crypto';
import type { Attributes } from '../../../kernel/directory.ts';
import type { Domains } from '../domains.ts';
import type { People } from '../stored/people.ts';
import { userNameKey } from '../stored/people.ts';
import type { Reserved } from '../stored/reserved.ts';
import { readCsv } from './csv.ts';
import type { HrFeedFacts } from './rules.ts';

export const hrColumns = ['employee_id', 'user_name', 'email', 'display_name', 'department', 'title', 'status'] as const;
export type HrPerson = {
  readonly employeeId: string;
  readonly userName: string;
  readonly attributes: Attributes;
  readonly active: boolean;
};
export const hrManager = 'hr-feed' as const;

export type Against = { readonly people: People; readonly reserved: Reserved; readonly domains: Domains };

const maxShown = 5;
const longest = 200;

/** What came, and the fingerprint of the feed that was looked at before, if one was. */
export type CameFeed = { readonly bytes: Uint8Array | undefined; readonly shown?: string | undefined };

/** What could be read, with all that is wrong about it. Undefined when nothing came. */
export function readFeed(
  { bytes, shown }: CameFeed,
  against: Against,
): { readonly people: readonly HrPerson[]; readonly facts: HrFeedFacts } {
  const text = bytes && utf8(bytes);
  const { lines, broken } = readCsv(text ?? '');
  const [header = [], ...rows] = lines;
  const headerRight = header.join(',') === hrColumns.join(',');
  const read = headerRight ? rows.map((row, index) => ({ row, line: index + 2, person: personOf(row) })) : [];
  const people = read.flatMap(({ person }) => person ?? []);
  const unreadable = read.flatMap(({ person, line }) =>
    person ? [] : [`line ${line}: not seven fields, empty, too long, or an unknown status`],
  );
  return {
    people,
    facts: {
      came: bytes !== undefined,
      asShown: shown === undefined || shown === fingerprintOf(bytes),
      utf8: bytes === undefined || text !== undefined,
      headerRight,
      brokenLines: [...broken, ...unreadable],
      repeatedIds: repeated(people.map(({ employeeId }) => employeeId)),
      repeatedUserNames: repeated(people.map(({ userName }) => userNameKey(userName))),
      takenUserNames: people.filter((person) => isTaken(person, against)).map(({ employeeId }) => employeeId),
      foreignAddresses: people
        .filter(({ attributes: { email = '' } }) => !against.domains.covers(email) || against.reserved.has(email))
        .map(({ employeeId }) => employeeId),
      people: people.length,
    },
  };
}

/** SHA-256, base64url. */
export const fingerprintOf = (bytes: Uint8Array | undefined): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('base64url');

/** Strict: a byte that is none, and a mark of another encoding, make it no UTF-8. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') || text.includes('\ufffd') ? undefined : text;
  } catch {
    return undefined;
  }
}

function personOf(row: readonly string[]): HrPerson | undefined {
  const [employeeId = '', userName = '', email = '', displayName = '', department = '', title = '', status = ''] = row;
  const usable = row.length === hrColumns.length && row.every((field) => field !== '' && field.length <= longest);
  if (!usable || (status !== 'active' && status !== 'terminated')) return undefined;
  return { employeeId, userName, attributes: { email, displayName, department, title }, active: status === 'active' };
}

const repeated = (values: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
};

function isTaken({ userName, employeeId }: HrPerson, { people, reserved }: Against): boolean {
  const holder = people.byUserName(userName);
  return reserved.has(userName) || (holder !== undefined && !(holder.managedBy === hrManager && holder.externalId === employeeId));
}

/** For whoever has to repair the feed: lines and employee ids, and nothing else of anybody. */
export const problemsIn = (facts: HrFeedFacts): string =>
  [...facts.brokenLines, ...facts.repeatedIds, ...facts.takenUserNames, ...facts.foreignAddresses].slice(0, maxShown).join('; ');
