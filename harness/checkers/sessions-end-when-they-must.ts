/** Every use of a session that the system allowed was of a session that somebody had begun, on its own host, within both limits, and before anything had ended it (K-04, I-08, S7). */
import type { AuditRecord } from '../target/target.ts';
import type { Checker, RunEvidence } from './checker.ts';
import { onItsWayMs } from './on-its-way.ts';

type Limits = { readonly absoluteSeconds: number; readonly idleSeconds: number };
type SignOn = { readonly startedAtMs: number | undefined; readonly subject: string; usedAtMs: number; ended: boolean };
type Session = { readonly signOn: string; readonly host: string };

/** By the first part of an event: on which host a product's sessions are good. */
const hostsOf: Readonly<Record<string, string>> = { tracker: 'tracker.', wiki: 'wiki.', 'admin-hub': 'admin.' };

/** Steps of a change of the directory after which a person has no session. */
const deactivating = ['user-suspended', 'user-removed'] as const;

/** One person by themselves, or those who are named among many. */
const leavers = (facts: AuditRecord['facts']): readonly string[] => {
  const only = deactivating.some((kind) => kind in facts) ? text(facts.subject) : undefined;
  return only === undefined ? (text(facts.left) ?? '').split(' ') : [only];
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const limitsIn = ({ absoluteSeconds, idleSeconds }: AuditRecord['facts']): Limits | undefined =>
  typeof absoluteSeconds === 'number' && typeof idleSeconds === 'number' ? { absoluteSeconds, idleSeconds } : undefined;

/** What the records have said so far, in their order. */
class Known {
  readonly signOns = new Map<string, SignOn>();
  readonly sessions = new Map<string, Session>();
  limits: Limits | undefined;

  note(record: AuditRecord): void {
    const { facts, event, code, actor, atMs } = record;
    if (code !== 'allowed') return;
    this.limits = limitsIn(facts) ?? this.limits;
    const [signOn, session] = [text(facts.signOn), text(facts.session)];
    this.#end(record);
    // One that goes on under a new id began earlier: since when, its record does not say.
    const startedAtMs = event === 'sso.sign-in.completed' ? atMs : undefined;
    if (signOn !== undefined && !this.signOns.has(signOn))
      this.signOns.set(signOn, { startedAtMs, subject: actor, usedAtMs: atMs, ended: false });
    if (signOn !== undefined && session !== undefined) this.sessions.set(session, { signOn, host: text(facts.host) ?? '' });
  }

  /** Signed out, revoked, displaced, replaced, ended by the identity provider: by handle. Whoever was deactivated: by subject. Rotated trust: everything until now. */
  #end({ facts, event }: AuditRecord): void {
    for (const handle of (text(facts.ended) ?? '').split(' ')) {
      const over = this.signOns.get(handle);
      if (over) over.ended = true;
    }
    const left = event === 'directory.changed' ? leavers(facts) : [];
    for (const signOn of this.signOns.values())
      if (event === 'admin-hub.trust.rotated' || left.includes(signOn.subject)) signOn.ended = true;
  }
}

/** A product's answer to somebody who came by the ingress with a session. */
const usedBy = ({ event, facts }: AuditRecord): string | undefined =>
  (event.split('.')[0] ?? '') in hostsOf && facts.channel !== 'break-glass' ? text(facts.session) : undefined;

function wrongWith(record: AuditRecord, used: string, { sessions, signOns, limits }: Known): string | undefined {
  const session = sessions.get(used);
  const signOn = session && signOns.get(session.signOn);
  if (!session || !signOn) return 'that nobody had begun';
  if (signOn.ended) return 'that had been ended';
  if (!session.host.startsWith(hostsOf[record.event.split('.')[0] ?? ''] ?? ' ')) return `of ${session.host}`;
  const { absoluteSeconds = Number.POSITIVE_INFINITY, idleSeconds = Number.POSITIVE_INFINITY } = limits ?? {};
  const [age, idle] = [record.atMs - (signOn.startedAtMs ?? record.atMs), record.atMs - signOn.usedAtMs];
  if (age >= absoluteSeconds * 1_000 + onItsWayMs) return `that was ${Math.round(age / 1_000)} s old`;
  return idle >= idleSeconds * 1_000 + onItsWayMs ? `that nobody had used for ${Math.round(idle / 1_000)} s` : undefined;
}

function findings({ records, operations }: RunEvidence): readonly string[] {
  const known = new Known();
  // Whoever stands inside says what it likes about a session; what is good of it is judged by its own scenarios.
  const byInsiders = new Set(
    operations.flatMap(({ actor, outcome }) => (actor === 'insider' && 'reference' in outcome ? [outcome.reference] : [])),
  );
  return records.flatMap((record) => {
    known.note(record);
    const used = usedBy(record);
    if (used === undefined || byInsiders.has(record.reference)) return [];
    const wrong = record.code === 'allowed' ? wrongWith(record, used, known) : undefined;
    const signOn = known.signOns.get(known.sessions.get(used)?.signOn ?? '');
    if (signOn) signOn.usedAtMs = record.atMs;
    return wrong === undefined ? [] : [`${record.event} [${record.reference}] was allowed by a session ${wrong}`];
  });
}

const isGoodUse = (record: AuditRecord): boolean => record.code === 'allowed' && usedBy(record) !== undefined;

/** A real use once more, after a sign-out of its sign-on. */
function usedAfterItsEnd(use: AuditRecord | undefined, records: readonly AuditRecord[]): readonly AuditRecord[] {
  const begun = records.find(({ facts }) => facts.signOn !== undefined && facts.session === use?.facts.session);
  if (!use || typeof begun?.facts.signOn !== 'string') return [];
  return [{ ...use, event: 'sso.sign-out.submitted', facts: { ended: begun.facts.signOn } }, use];
}

export const sessionsEndWhenTheyMust: Checker = {
  name: 'sessions-end-when-they-must',
  claim: 'Every session that was used had been begun, was of that host, within its limits, and not ended',
  cites: ['K-04', 'I-08', 'S7'],
  unit: 'uses of a session',
  look: (evidence) => ({
    examined: evidence.records.filter(isGoodUse).length,
    outOf: evidence.records.length,
    findings: findings(evidence),
  }),
  withCanary: (evidence) => ({
    ...evidence,
    records: [
      ...evidence.records,
      ...usedAfterItsEnd(evidence.records.findLast(isGoodUse), evidence.records),
      {
        sequence: 0,
        atMs: 0,
        reference: 'canar-ycana-rycan-aryca',
        event: 'tracker.issues.listed',
        code: 'allowed',
        actor: 'u-canary',
        peer: '127.16.0.5',
        facts: { session: 'a-canary-that-nobody-began' },
        log: 'cloud',
      },
    ],
  }),
};
