/** One audit record as a good run leaves it, for tests that change what they are about. */
import type { AuditRecord } from '../../harness/target/target.ts';

export const reference = 'abcde-fghjk-mnpqr-stuvw';
export const record = (change: Partial<AuditRecord> = {}): AuditRecord => ({
  sequence: 1,
  atMs: 1,
  reference,
  event: 'tracker.issues.shown',
  code: 'allowed',
  actor: 'subject-1',
  peer: '127.16.0.5',
  facts: {},
  log: 'cloud',
  ...change,
});
