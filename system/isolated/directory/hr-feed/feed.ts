/** An HR feed as people: which column means what, and everything that is wrong with it (N-05, N-06). */
import { createHash } from 'node:crypto';
import type { Attributes } from '../../../kernel/directory.ts';
import type { Domains } from '../domains.ts';
import type { People } from '../stored/people.ts';
import { userNameKey } from '../stored/people.ts';
import type { Reserved } from '../stored/reserved.ts';
import { readCsv } from './csv.ts';
import { dayOf, type ReadDates, readDates } from './dates.ts';
import type { EmploymentDates } from './employment.ts';
import { agreedHeader, datedHeader, headerInWords, hrColumns } from './header.ts';
import type { HrFeedFacts } from './rules.ts';

export type HrPerson = EmploymentDates & {
  readonly employeeId: string;
  readonly userName: string;
  readonly attributes: Attributes;
  readonly terminated: boolean;
};
export const hrManager = 'hr-feed' as const;

export type Against = { readonly people: People; readonly reserved: Reserved; readonly domains: Domains };

const maxShown = 5;
const longest = 200;

/** What came and when it is read, and the name of the feed that was looked at before, if one was. */
export type CameFeed = { readonly bytes: Uint8Array | undefined; readonly shown?: string | undefined; readonly nowMs: number };
/** `name`: the same file has the same; one with dates has another every day, for it means something else. */
export type ReadFeed = { readonly people: readonly HrPerson[]; readonly facts: HrFeedFacts; readonly name: string };

/** What could be read, with all that is wrong about it. Undefined when nothing came. */
export function readFeed({ bytes, shown, nowMs }: CameFeed, against: Against): ReadFeed {
  const text = bytes && utf8(bytes);
  const { lines, broken } = readCsv(text ?? '');
  const [header = [], ...rows] = lines;
  const columns = agreedHeader(header) ?? [];
  const read = columns.length === 0 ? [] : rows.map((row, index) => ({ line: index + 2, ...personOf(row, columns.length) }));
  const people = read.flatMap(({ person }) => person ?? []);
  const unreadable = read.flatMap(({ person, line }) =>
    person ? [] : [`line ${line}: not ${columns.length} fields, empty, too long, or an unknown status`],
  );
  const name = nameOf(bytes, columns === datedHeader ? dayOf(nowMs) : '');
  return {
    people,
    name,
    facts: {
      came: bytes !== undefined,
      asShown: shown === undefined || shown === name,
      utf8: bytes === undefined || text !== undefined,
      headerRight: columns.length > 0 || text === '',
      header: headerInWords(header),
      brokenLines: [...broken, ...unreadable],
      wrongDates: read.flatMap(({ wrong, line }) => (wrong === undefined ? [] : [`line ${line}: ${wrong}`])),
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
const nameOf = (bytes: Uint8Array | undefined, day: string): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .update(day)
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

type ReadPerson = { readonly person?: HrPerson; readonly wrong?: string };
/** A line with a wrong date is somebody all the same, so that everything else that is wrong with them is told, too. */
function personOf(row: readonly string[], columns: number): ReadPerson {
  const [employeeId = '', userName = '', email = '', displayName = '', department = '', title = '', status = '', ...days] = row;
  const given = row.slice(0, hrColumns.length);
  const usable = row.length === columns && given.every((field) => field !== '' && field.length <= longest);
  if (!usable || (status !== 'active' && status !== 'terminated')) return {};
  const { wrong, ...dates }: ReadDates = readDates(days[0] ?? '', days[1] ?? '');
  const attributes = { email, displayName, department, title };
  const person = { employeeId, userName, attributes, terminated: status === 'terminated', ...dates };
  return wrong === undefined ? { person } : { person, wrong };
}

const repeated = (values: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
};

function isTaken({ userName, employeeId }: HrPerson, { people, reserved }: Against): boolean {
  const holder = people.byUserName(userName);
  return reserved.has(userName) || (holder !== undefined && !(holder.managedBy === hrManager && holder.externalId === employeeId));
}

/** For whoever has to repair the feed: columns, lines and employee ids, and nothing else of anybody. */
export const problemsIn = (facts: HrFeedFacts): string =>
  [
    ...(facts.headerRight || facts.header === '' ? [] : [facts.header]),
    ...facts.brokenLines,
    ...facts.wrongDates,
    ...facts.repeatedIds,
    ...facts.takenUserNames,
    ...facts.foreignAddresses,
  ]
    .slice(0, maxShown)
    .join('; ');
