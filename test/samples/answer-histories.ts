/** Histories in which an answer and its record do not belong together, each in one thing. */
import type { HeardAnswer, RunEvidence } from '../../harness/checkers/checker.ts';
import type { Operation } from '../../harness/verdict/results.ts';
import { record, reference } from './audit-record.ts';

const answer: HeardAnswer = { place: 'https://tracker.acme.isolated.test/', status: 200, reference };
const asked: Operation = {
  actor: 'user uma',
  verb: 'open tracker /',
  from: 'hq',
  phase: 'act',
  invokedAtMs: 1,
  endedAtMs: 2,
  outcome: { kind: 'ok', landedOn: 'tracker', reference },
};

export const forgedAnswers: readonly { readonly kind: string; readonly change: Partial<RunEvidence>; readonly finding: string }[] = [
  {
    kind: 'an answer without a record',
    change: { records: [] },
    finding: `the answer ${reference} has 0 audit records`,
  },
  {
    kind: 'an answer that was recorded twice',
    change: { records: [record(), record({ log: 'edge' })] },
    finding: `the answer ${reference} has 2 audit records`,
  },
  {
    kind: 'a record that belongs to no answer',
    change: { records: [record(), record({ reference: 'other-other-other-other' })] },
    finding: 'the record other-other-other-other (tracker.issues.shown) belongs to no answer',
  },
  {
    kind: 'an answer of ours without a reference',
    change: { answers: [answer, { place: 'https://login.acme.isolated.test/start', status: 303, reference: undefined }] },
    finding: 'an answer of https://login.acme.isolated.test/start has no reference',
  },
  {
    kind: 'a record that names another address than the one that asked',
    change: { operations: [asked], records: [record({ peer: '8.8.8.8' })] },
    finding: `the record ${reference} names the address 8.8.8.8, and it was asked from 127.16.0.5`,
  },
  {
    kind: 'a record of an answer that hides its address',
    change: {
      records: [
        record(),
        record({ reference: 'ghost-ghost-ghost-ghost', event: 'admin-hub.idp-settings.changed', peer: '', kind: 'answer' }),
      ],
    },
    finding: 'the record ghost-ghost-ghost-ghost (admin-hub.idp-settings.changed) belongs to no answer',
  },
];
