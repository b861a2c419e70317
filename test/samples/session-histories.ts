/** Histories of one session as audit records tell them: one that is good, and forged ones in which it did not end when it must. */
import type { RunEvidence } from '../../harness/checkers/index.ts';
import type { AuditRecord } from '../../harness/target/target.ts';
import { record, reference } from './audit-record.ts';

/** A sign-on with its session at the tracker, and what came of it; hours after the start of a cloud whose limits are 12 h and 1 h. */
const inSession = (...later: readonly AuditRecord[]): Partial<RunEvidence> => ({
  records: [
    record({ event: 'cloud.started', peer: '', facts: { absoluteSeconds: 43_200, idleSeconds: 3_600 } }),
    record({ event: 'sso.sign-in.completed', facts: { signOn: 'on-1' } }),
    record({ event: 'session.hand-over.redeemed', facts: { signOn: 'on-1', session: 's-1', host: 'tracker.acme.isolated.test' } }),
    ...later,
  ],
});
const hourMs = 3_600_000;
const usedAt = (hours: number, change: Partial<AuditRecord> = {}): AuditRecord =>
  record({ atMs: hours * hourMs, facts: { session: 's-1' }, ...change });
const halfHours = Array.from({ length: 24 }, (_, index) => usedAt((index + 1) / 2));
const byASession = (how: string): string => `tracker.issues.shown [${reference}] was allowed by a session ${how}`;

export const usedEveryHalfHour = inSession(...halfHours.slice(0, -1));

/** One for each reason why a session ends before its limits; the three ways of the identity provider, and rotated trust. */
const endings: readonly (readonly [how: string, record: Partial<AuditRecord>])[] = [
  ['after its sign-out', { event: 'sso.sign-out.submitted', facts: { ended: 'on-1' } }],
  ['after its revocation', { event: 'admin-hub.session.revoked', facts: { ended: 'on-1' } }],
  ['after its person was suspended', { event: 'directory.changed', facts: { 'user-suspended': 1, subject: 'subject-1' } }],
  ['after its person was removed', { event: 'directory.changed', facts: { 'user-removed': 1, subject: 'subject-1' } }],
  ['after its person left with many', { event: 'directory.changed', facts: { subjects: 3, named: 'a subject-1 b', left: 'a subject-1' } }],
  ['that a newer one had displaced', { event: 'sso.sign-in.completed', facts: { signOn: 'on-2', ended: 'on-0 on-1' } }],
  ['that a newer one had replaced', { event: 'sso.sign-in.completed', facts: { signOn: 'on-2', ended: 'on-1' } }],
  ['that a logout token had ended', { event: 'sso.back-channel-logout.received', facts: { by: 'sid', ended: 'on-1' } }],
  ['that a page of the identity provider had ended', { event: 'sso.front-channel-logout.received', facts: { ended: 'on-1' } }],
  ['that a SAML logout had ended', { event: 'sso.saml-logout.received', facts: { ended: 'on-1 on-2' } }],
  ['from before trust was rotated', { event: 'admin-hub.trust.rotated', facts: { sessions: 1, keys: 1 } }],
];

export const forgedSessions: readonly { readonly kind: string; readonly change: Partial<RunEvidence>; readonly finding: string }[] = [
  {
    kind: 'the use of a session that nobody began',
    change: inSession(usedAt(0.5, { facts: { session: 's-2' } })),
    finding: byASession('that nobody had begun'),
  },
  ...endings.map(([how, ending]) => ({
    kind: `the use of a session ${how}`,
    change: inSession(record(ending), usedAt(0.5)),
    finding: byASession('that had been ended'),
  })),
  {
    kind: 'the use of a session on another host',
    change: inSession(usedAt(0.5, { event: 'admin-hub.overview.shown' })),
    finding: `admin-hub.overview.shown [${reference}] was allowed by a session of tracker.acme.isolated.test`,
  },
  {
    kind: 'the use of a session that nobody had used for an hour',
    change: inSession(usedAt(1.01)),
    finding: byASession('that nobody had used for 3636 s'),
  },
  {
    kind: 'the use of a session beyond its absolute limit',
    change: inSession(...halfHours, usedAt(12.01)),
    finding: byASession('that was 43236 s old'),
  },
  {
    kind: 'the use of a session beyond a limit that an admin had set',
    change: inSession(record({ event: 'admin-hub.overview.shown', facts: { absoluteSeconds: 600, idleSeconds: 300 } }), usedAt(0.1)),
    finding: byASession('that nobody had used for 360 s'),
  },
];
