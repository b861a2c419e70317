/** What a checker says that it examined is what it judged: not all that it looked through, and never what nobody looked at. */
import { expect, test } from 'vitest';
import {
  everyFaultHeals,
  noRefusalOpensASession,
  type RunEvidence,
  runChecker,
  sessionsEndWhenTheyMust,
} from '../harness/checkers/index.ts';
import type { Crossing } from '../system/kernel/ports.ts';
import { record, reference } from './samples/audit-record.ts';
import { usedEveryHalfHour } from './samples/session-histories.ts';

const answer = (fields: string): Crossing => ({
  from: 'isolated',
  to: 'user',
  channel: 'https',
  atMs: 1,
  head: `303\r\ntempered-reference: ${reference}\r\n${fields}`,
  body: new Uint8Array(),
});
const nothing: RunEvidence = {
  operations: [],
  answers: [],
  records: [record({ facts: {} })],
  routeTables: [],
  crossings: [answer('content-type: text/html')],
  lookups: [],
  sockets: { declared: [], undeclared: [] },
  zones: { opened: [], silences: [] },
  healings: [{ scenario: 'sessions/a', fault: undefined, after: undefined }],
  audits: [],
  leftBehind: [],
  secrets: [],
};
const gone = { scenario: 'outage/a', fault: 'idp.killed', after: { seen: 'absent', detail: 'answered 200' } } as const;

test.each([
  [sessionsEndWhenTheyMust, usedEveryHalfHour, 23],
  [noRefusalOpensASession, { crossings: [...nothing.crossings, answer('set-cookie: __Host-session=abc; Path=/')] }, 1],
  [everyFaultHeals, { healings: [...nothing.healings, gone] }, 1],
])('$name counts what it judges; a run in which that did not happen is no evidence', (checker, change, examined) => {
  expect(runChecker(checker, nothing)).toMatchObject({ verdict: 'pass', evidence: false, examined: 0, canary: 'found' });
  expect(runChecker(checker, { ...nothing, ...change })).toMatchObject({ verdict: 'pass', evidence: true, examined, canary: 'found' });
});

test.each([
  [sessionsEndWhenTheyMust, { records: [] }],
  [noRefusalOpensASession, { crossings: [] }],
  [everyFaultHeals, { healings: [] }],
])('$name is inconclusive when nothing was left to look through', (checker, change) => {
  expect(runChecker(checker, { ...nothing, ...change })).toMatchObject({ verdict: 'inconclusive', examined: 0 });
});

test('a fault of which nobody looked whether it is gone is a finding', () => {
  const healings = [{ scenario: 'outage/a', fault: 'idp.killed', after: undefined }];
  const { verdict, findings } = runChecker(everyFaultHeals, { ...nothing, healings });
  expect([verdict, findings]).toEqual(['fail', ['nobody saw whether idp.killed of outage/a was gone']]);
});
