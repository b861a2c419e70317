/** Histories of what an ingress let through: a good one, and such in which an answer belongs to no row of the table in force, or was not asked for as its row demands. */

import type { RunEvidence } from '../../harness/checkers/index.ts';
import { digestOf } from '../../harness/checkers/let-through.ts';
import { onItsWayMs } from '../../harness/checkers/on-its-way.ts';
import type { ListedRoute } from '../../harness/target/operations.ts';
import type { Crossing } from '../../system/kernel/ports.ts';
import { record, reference } from './audit-record.ts';

const host = 'tracker.acme.isolated.test';
const row = (method: string, path: string, access = 'session'): ListedRoute => ({ host, method, path, to: 'tracker', access });
const front = row('GET', '/', 'anonymous');
const issue = row('GET', '/issues/:id');
const others: readonly ListedRoute[] = [
  { ...row('GET', '/scim/v2/Users', 'connector'), to: 'admin-hub' },
  { ...row('GET', '/.auth/session', 'anonymous'), to: 'authentication-service' },
  { ...row('POST', '/break-glass', 'anonymous'), to: 'break-glass' },
];
const begun = [front, row('GET', '/issues/new'), issue, row('POST', '/issues'), ...others];
const withdrawn = [front, row('POST', '/issues')];

const named = (event: string, facts: Record<string, string>) => record({ reference: 'start-start-start-start', event, peer: '', facts });
const start = named('cloud.started', { routes: digestOf(begun) });
const startWithdrawn = named('cloud.started', { routes: digestOf(withdrawn) });
const withdrawal = named('ingress.routes.proposed', { digest: digestOf(withdrawn) });
const closed = [front];
const closure = { ...named('ingress.routes.proposed', { digest: digestOf(closed) }), atMs: withdrawal.atMs + 2 };
/** An answer, so long after the withdrawal. */
const later = (byMs: number) => record({ atMs: withdrawal.atMs + byMs });

const session = '__Host-session=abcdefgh';
const heard = (head: string, of: string, from = 'user'): Crossing => ({
  from,
  to: from === 'user' ? 'isolated' : 'user',
  channel: 'https',
  atMs: 1,
  reference: of,
  head,
  body: new Uint8Array(),
});
const asked = (line: string, ...headers: readonly string[]): Crossing => heard([line, `host: ${host}`, ...headers].join('\r\n'), reference);
const giver = 'giver-giver-giver-giver';
const given = [
  heard(`GET /.auth/session\r\nhost: ${host}`, giver),
  heard(`303\r\nset-cookie: ${session}; Path=/; Secure; HttpOnly`, giver, 'isolated'),
];
const cookie = `cookie: ${session}`;

const routeTables = [begun, withdrawn, closed];
export const honestRows = {
  records: [start, record()],
  crossings: [...given, asked('GET /issues/a1?tab=2', cookie)],
  routeTables,
} satisfies Partial<RunEvidence>;

const connectorsRead = record({ event: 'directory.scim.read' });
const crossing = (line: string, ...headers: readonly string[]): Partial<RunEvidence> => ({
  ...honestRows,
  crossings: [...given, asked(line, ...headers)],
});
const said = (change: Parameters<typeof record>[0]): Partial<RunEvidence> => ({ ...honestRows, records: [start, record(change)] });
const noRow = (method: string) => `is of ${method} ${host}, and no row of the table in force matches its path`;
const without = `which asks for a session, and came without one`;

/** Each is as good as the one above: none of them may be a finding. */
export const otherHonestRows: Readonly<Record<string, Partial<RunEvidence>>> = {
  'anybody at the front page': crossing('GET /'),
  'a break-glass session': {
    ...honestRows,
    crossings: [
      heard(`POST /break-glass\r\nhost: ${host}`, giver),
      heard('303\r\nset-cookie: __Host-break-glass=xyz; Path=/', giver, 'isolated'),
      asked('GET /issues/a1', 'cookie: __Host-other=1; __Host-break-glass=xyz'),
    ],
  },
  'a connector with a token': {
    ...crossing('GET /scim/v2/Users', 'authorization: Bearer abc'),
    records: [start, connectorsRead],
  },
  'a hand-over, which the authentication service redeems': {
    ...crossing('GET /.auth/session'),
    records: [start, record({ event: 'session.hand-over.redeemed' })],
  },
  'a sign-in by break-glass': {
    ...crossing('POST /break-glass'),
    records: [start, record({ event: 'break-glass.sign-in.submitted' })],
  },
  'a service that gave no answer': {
    ...crossing('GET /issues/a1', cookie),
    records: [start, record({ event: 'ingress.request.received', code: 'ingress.service.no-answer' })],
  },
  'a connector whose missing token was refused': {
    ...crossing('GET /scim/v2/Users'),
    records: [start, { ...connectorsRead, code: 'directory.scim.token-missing' }],
  },
  'a refusal of the ingress': {
    ...crossing('GET /nowhere'),
    records: [start, record({ event: 'ingress.request.received', code: 'ingress.request.route-not-listed' })],
  },
  'a row that came back with the next start': { ...honestRows, records: [start, withdrawal, start, record()] },
  'an answer on its way while its row is withdrawn': { ...honestRows, records: [start, withdrawal, later(onItsWayMs - 1)] },
  'an answer on its way by the table in force, which the one before does not list': {
    ...honestRows,
    records: [startWithdrawn, named('ingress.routes.proposed', { digest: digestOf(begun) }), later(1)],
  },
  'an answer on its way while the table changes twice': { ...honestRows, records: [start, withdrawal, closure, later(3)] },
  'a withdrawal that was refused': {
    ...honestRows,
    records: [start, { ...withdrawal, code: 'ingress.route-table.admin-blocked' }, record()],
  },
  'whoever stands inside': {
    ...honestRows,
    crossings: [],
    operations: [
      {
        actor: 'insider',
        verb: 'hand 1 user contexts',
        from: 'hq',
        phase: 'act',
        invokedAtMs: 1,
        endedAtMs: 2,
        outcome: { kind: 'ok', landedOn: 'tracker', reference },
      },
    ],
  },
};

export const forgedRows: readonly { readonly kind: string; readonly change: Partial<RunEvidence>; readonly finding: string }[] = [
  { kind: 'an answer below a row', change: crossing('GET /issues/a1/secret', cookie), finding: noRow('GET') },
  { kind: 'an answer above a row', change: crossing('GET /issues', cookie), finding: noRow('GET') },
  { kind: 'an answer to a method that no row lists', change: crossing('DELETE /issues/a1', cookie), finding: noRow('DELETE') },
  { kind: 'an answer to a path in other capitals', change: crossing('GET /Issues/a1', cookie), finding: noRow('GET') },
  { kind: 'an answer to two dots', change: crossing('GET /issues/..', cookie), finding: noRow('GET') },
  { kind: 'an answer to an encoded slash', change: crossing('GET /issues/a%2Fb', cookie), finding: noRow('GET') },
  { kind: 'an answer to an empty segment', change: crossing('GET /issues/', cookie), finding: noRow('GET') },
  {
    kind: 'an answer of a row that was withdrawn',
    change: { ...honestRows, records: [start, withdrawal, later(onItsWayMs)] },
    finding: noRow('GET'),
  },
  {
    kind: 'an answer on its way of a row that neither table lists',
    change: { ...crossing('DELETE /issues/a1', cookie), records: [start, withdrawal, later(1)] },
    finding: noRow('DELETE'),
  },
  {
    kind: 'an answer on its way that came without the session of either table',
    change: { ...crossing('GET /issues/a1'), records: [start, withdrawal, later(1)] },
    finding: noRow('GET'),
  },
  {
    kind: 'an answer of a row of the table before last',
    change: { ...honestRows, records: [start, withdrawal, closure, later(onItsWayMs)] },
    finding: noRow('GET'),
  },
  {
    kind: 'an answer of a row that did not come back with the next start',
    change: { ...honestRows, records: [start, startWithdrawn, later(1)] },
    finding: noRow('GET'),
  },
  { kind: 'an answer without the session that its row asks for', change: crossing('GET /issues/a1'), finding: without },
  {
    kind: 'an answer to a session that nobody was given',
    change: crossing('GET /issues/a1', 'cookie: __Host-session=made-up'),
    finding: without,
  },
  {
    kind: 'an answer to a session of another host',
    change: {
      ...honestRows,
      crossings: [
        ...given.map((each) => ({ ...each, head: each.head.replace(host, 'wiki.acme.isolated.test') })),
        asked('GET /issues/a1', cookie),
      ],
    },
    finding: without,
  },
  {
    kind: 'an answer to the more literal of two rows without a session',
    change: {
      ...crossing('GET /issues/new'),
      routeTables: [[...begun.slice(0, 2), { ...issue, access: 'anonymous' }], withdrawn],
      records: [named('cloud.started', { routes: digestOf([...begun.slice(0, 2), { ...issue, access: 'anonymous' }]) }), record()],
    },
    finding: `is of GET ${host}/issues/new, ${without}`,
  },
  {
    kind: 'a connector that was served without a token',
    change: { ...crossing('GET /scim/v2/Users'), records: [start, connectorsRead] },
    finding: 'which asks for a connector, and came without one',
  },
  { kind: 'an answer to a person whom nobody names', change: said({ actor: 'anonymous' }), finding: 'and its record names nobody' },
  {
    kind: 'an answer of another product than the row leads to',
    change: said({ event: 'wiki.page.shown' }),
    finding: `is of GET ${host}/issues/:id, which leads to tracker, and wiki answered`,
  },
  {
    kind: 'an answer of a part that nobody knows',
    change: said({ event: 'attic.page.shown' }),
    finding: 'which leads to tracker, and attic answered',
  },
  {
    kind: 'a connector that another service answered',
    change: { ...crossing('GET /scim/v2/Users', 'authorization: Bearer abc'), records: [start, record()] },
    finding: 'which leads to admin-hub, and tracker answered',
  },
  {
    kind: 'a product that answered on an open row of the authentication service',
    change: crossing('GET /.auth/session'),
    finding: 'which leads to authentication-service, and tracker answered',
  },
  {
    kind: 'an answer that never came by the edge',
    change: { ...honestRows, crossings: given },
    finding: 'to a request that never came by the edge',
  },
  {
    kind: 'an answer under a table that nobody read back',
    change: { ...honestRows, routeTables: [withdrawn] },
    finding: 'while nobody knows which route table was in force',
  },
  {
    kind: 'a request that went on although nobody answered it',
    change: {
      ...crossing('GET /nowhere'),
      records: [start, record({ event: 'ingress.request.received', code: 'ingress.service.no-answer' })],
    },
    finding: noRow('GET'),
  },
];
