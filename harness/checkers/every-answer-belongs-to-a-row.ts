/** Every answer that the ingress let through belongs to a row of the route table that was in force then, or shortly before while it may have been on its way, was given by the service that the row leads to, and was asked for as that row demands: by anybody, with a session that was given for that host, or with a connector's token (M-05, M-06, I-03). */
import type { ListedRoute } from '../target/operations.ts';
import type { AuditRecord } from '../target/target.ts';
import type { Checker, RunEvidence } from './checker.ts';
import { type HeardRequest, type LetThrough, letThrough, sessionsGiven } from './let-through.ts';
import { type FindRow, rowsByPlace } from './listed-row.ts';

type Given = ReadonlySet<string>;

/** By the first part of an event: which service answers with it, where it is not of the same name. */
const servicesOf: Readonly<Record<string, string>> = {
  sso: 'authentication-service',
  session: 'authentication-service',
  directory: 'admin-hub',
};
/** Undefined where nobody answered what had gone on: the ingress itself says so. */
function answererOf({ event }: AuditRecord): string | undefined {
  const part = event.split('.')[0] ?? '';
  return part === 'ingress' ? undefined : (servicesOf[part] ?? part);
}

type Known = { readonly given: Given; readonly find: Finders };
/** By the table in force, unless another one explains the answer: a record is written after the ingress judged. */
function wrongWith({ record, request, tables }: LetThrough, known: Known): string | undefined {
  if (!request) return 'is an answer to a request that never came by the edge';
  const wrongs = tables.map((table) => wrongUnder(table, { request, record }, known));
  if (wrongs.length === 0) return 'was given while nobody knows which route table was in force';
  return wrongs.includes(undefined) ? undefined : wrongs[0];
}

function wrongUnder(table: readonly ListedRoute[], { request, record }: Asking, { given, find }: Known): string | undefined {
  const row = find(table)(request);
  if (!row) return `is of ${request.method} ${request.host}, and no row of the table in force matches its path`;
  const { method, host, path, to, access } = row;
  const answerer = answererOf(record);
  if (answerer !== undefined && answerer !== to) return `is of ${method} ${host}${path}, which leads to ${to}, and ${answerer} answered`;
  if (!isAskedFor(row, { request, record }, given))
    return `is of ${method} ${host}${path}, which asks for a ${access}, and came without one`;
  return access === 'session' && record.code === 'allowed' && record.actor === 'anonymous'
    ? `is of ${method} ${host}${path}, and its record names nobody`
    : undefined;
}

type Asking = { readonly request: HeardRequest; readonly record: AuditRecord };
function isAskedFor({ access, host }: ListedRoute, { request, record }: Asking, given: Given): boolean {
  if (access === 'anonymous') return true;
  // Whoever comes without a token is refused by the service, which knows its tokens, and not by the ingress.
  if (access === 'connector') return request.bearer || record.code !== 'allowed';
  return request.sessions.some((cookie) => given.has(`${host} ${cookie}`));
}

/** Each table is made into a tree once. */
type Finders = (table: readonly ListedRoute[]) => FindRow;
function finders(): Finders {
  const made = new Map<readonly ListedRoute[], FindRow>();
  return (table) => {
    const find = made.get(table) ?? rowsByPlace(table);
    made.set(table, find);
    return find;
  };
}

function findings(evidence: RunEvidence, judged: readonly LetThrough[]): readonly string[] {
  const known = { given: sessionsGiven(evidence), find: finders() };
  return judged.flatMap((each) => {
    const wrong = wrongWith(each, known);
    return wrong === undefined ? [] : [`${each.record.event} [${each.record.reference}] ${wrong}`];
  });
}

const planted = 'canar-yrowi-ncana-ryrow';

export const everyAnswerBelongsToARow: Checker = {
  name: 'every-answer-belongs-to-a-row',
  claim:
    'Every answer that the ingress let through belongs to a row of the route table in force, was given by the service that it leads to, and was asked for as it demands',
  cites: ['M-05', 'M-06', 'I-03'],
  unit: 'answers that were let through',
  look: (evidence) => {
    const judged = letThrough(evidence);
    return { examined: judged.length, findings: findings(evidence, judged) };
  },
  /** An answer of the tracker to a request for a place that no table ever listed. */
  withCanary: (evidence) => ({
    ...evidence,
    records: [
      ...evidence.records,
      {
        sequence: 0,
        atMs: 0,
        reference: planted,
        event: 'tracker.issues.listed',
        code: 'allowed',
        actor: 'u-canary',
        peer: '127.16.0.5',
        facts: {},
        log: 'cloud',
        kind: 'answer',
      },
    ],
    crossings: [
      ...evidence.crossings,
      {
        from: 'user',
        to: 'isolated',
        channel: 'https',
        atMs: 0,
        reference: planted,
        head: 'GET /canary\r\nhost: tracker.acme.isolated.test',
        body: new Uint8Array(),
      },
    ],
  }),
};
