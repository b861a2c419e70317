/** What the ingress let through: each request as the tap heard it at the edge, joined with the record of the part that answered it, and with the route tables that it may have been judged by (M-05, I-03). */
import { createHash } from 'node:crypto';
import type { Crossing } from '../../system/index.ts';
import type { ListedRoute } from '../target/operations.ts';
import type { AuditRecord } from '../target/target.ts';
import type { RunEvidence } from './checker.ts';
import { onItsWayMs } from './on-its-way.ts';

type Rows = readonly ListedRoute[];
export type LetThrough = {
  readonly record: AuditRecord;
  /** Undefined when the edge never heard of such a request. */
  readonly request: HeardRequest | undefined;
  /** The table in force first, then those before it that were in force while the request may have been on its way. None when no record says which one was in force, or names one that nobody read back. */
  readonly tables: readonly Rows[];
};
export type HeardRequest = {
  readonly method: string;
  readonly host: string;
  /** As it came, without its query. */
  readonly path: string;
  readonly bearer: boolean;
  /** `name=value`, of the session cookies that it brought. */
  readonly sessions: readonly string[];
};

/** Records of the two who only decide whether something goes on. */
const onTheWay = ['ingress.', 'edge.'];
const gaveNoAnswer = 'ingress.service.no-answer';
const sessionCookie = /^__Host-(?:session|break-glass)=[^;\s]+/;

/** In the order of the records. Whoever stands inside hands requests to products without the ingress: theirs are none of its decisions. */
export function letThrough({ records, crossings, routeTables, operations }: RunEvidence): readonly LetThrough[] {
  const requests = requestsIn(crossings);
  const tables = new Map(routeTables.map((rows) => [digestOf(rows), rows]));
  const byInsiders = new Set(
    operations.flatMap(({ actor, outcome }) => (actor === 'insider' && 'reference' in outcome ? [outcome.reference] : [])),
  );
  let terms: readonly Term[] = [];
  return records.flatMap((record) => {
    const named = tableNamedBy(record);
    if (named !== undefined) terms = [{ rows: tables.get(named) }, ...endedBy(record, terms)];
    if (!wentOn(record) || byInsiders.has(record.reference)) return [];
    return [{ record, request: requests.get(record.reference), tables: judgedBy(record, terms) }];
  });
}

/** A table, and until when it was in force. */
type Term = { readonly rows: Rows | undefined; readonly endedAtMs?: number };

/** Nothing that was on its way outlives a start. */
function endedBy({ event, atMs }: AuditRecord, [last, ...before]: readonly Term[]): readonly Term[] {
  return event === 'cloud.started' || !last ? [] : [{ ...last, endedAtMs: atMs }, ...before];
}

function judgedBy({ atMs }: AuditRecord, terms: readonly Term[]): readonly Rows[] {
  if (terms[0]?.rows === undefined) return [];
  return terms.flatMap(({ rows, endedAtMs = atMs }) => (rows && atMs - endedAtMs < onItsWayMs ? [rows] : []));
}

function wentOn({ log, kind, peer, event, code }: AuditRecord): boolean {
  if (log !== 'cloud' || (kind === undefined ? peer === '' : kind !== 'answer')) return false;
  return code === gaveNoAnswer || !onTheWay.some((part) => event.startsWith(part));
}

/** A start names the table that it begins with, and a proposal that is taken the one that comes into force. */
function tableNamedBy({ event, code, facts }: AuditRecord): string | undefined {
  const named =
    event === 'cloud.started' ? facts.routes : event === 'ingress.routes.proposed' && code === 'allowed' ? facts.digest : undefined;
  return named === undefined ? undefined : String(named);
}
export const digestOf = (rows: Rows): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex');

function requestsIn(crossings: readonly Crossing[]): ReadonlyMap<string, HeardRequest> {
  // What is said over a web socket has the reference of its handshake, which is heard by itself.
  const toUs = crossings.filter(
    ({ to, reference, head }) => to === 'isolated' && reference !== undefined && !head.endsWith('(web socket)'),
  );
  return new Map(toUs.map(({ reference = '', head }) => [reference, requestOf(head)]));
}

/** Of what the tap heard: the request line and all headers. */
export function requestOf(head: string): HeardRequest {
  const [line = '', ...headers] = head.split('\r\n');
  const [method = '', target = ''] = line.split(' ');
  const cookies = valuesOf(headers, 'cookie').flatMap((field) => field.split(';').map((pair) => pair.trim()));
  return {
    method,
    host: valuesOf(headers, 'host').join(),
    path: target.split('?', 1)[0] ?? '',
    bearer: valuesOf(headers, 'authorization').some((field) => /^Bearer \S+$/i.test(field)),
    sessions: cookies.filter((pair) => sessionCookie.test(pair)),
  };
}

const valuesOf = (headers: readonly string[], name: string): readonly string[] =>
  headers.filter((header) => header.toLowerCase().startsWith(`${name}:`)).map((header) => header.slice(name.length + 1).trim());

/** `host name=value` of every session cookie that some answer gave, by the host that the answer's request was for. */
export function sessionsGiven({ crossings }: Pick<RunEvidence, 'crossings'>): ReadonlySet<string> {
  const requests = requestsIn(crossings);
  const given = crossings.flatMap(({ from, reference = '', head }) => {
    const host = from === 'isolated' ? requests.get(reference)?.host : undefined;
    const cookies =
      host === undefined ? [] : valuesOf(head.split('\r\n'), 'set-cookie').flatMap((field) => sessionCookie.exec(field) ?? []);
    return cookies.map((cookie) => `${host} ${cookie}`);
  });
  return new Set(given);
}
