/** What happened before a moment and what happened after it are judged apart. */
import { expect, test } from 'vitest';
import { after, before } from '../harness/scenario/index.ts';
import type { Seen } from '../harness/scenario/scenario.ts';
import type { Mark, Operation, Outcome } from '../harness/verdict/results.ts';

const ok: Outcome = { kind: 'ok', landedOn: 'tracker', reference: 'r-1' };
const refused: Outcome = { kind: 'refused', code: 'a.b.c', shown: '403 No', reference: 'r-2' };
const signIn = (atMs: number, outcome: Outcome, phase: Operation['phase'] = 'act'): Operation => ({
  actor: 'uma',
  verb: 'sign in',
  from: 'hq',
  phase,
  invokedAtMs: atMs,
  endedAtMs: atMs + 10,
  outcome,
});

const history = [signIn(0, ok, 'calibration'), signIn(100, refused), signIn(300, ok), { ...signIn(310, refused), verb: 'sign out' }];
const seen = (marks: readonly Mark[]): Seen => ({ history, marks }) as unknown as Seen;
const repaired = [
  { name: 'repaired', atMs: 200 },
  { name: 'repaired', atMs: 400 },
];
const all =
  (kind: Outcome['kind']) =>
  (outcomes: readonly Outcome[]): boolean =>
    outcomes.length === 1 && outcomes.every((outcome) => outcome.kind === kind);

test('each sees its own side of the first such moment, and the act only', async () => {
  const around = { verb: 'sign in', moment: 'repaired' };
  expect(await before('locked out', { ...around, met: all('refused') }).judge(seen(repaired))).toMatchObject({ judged: 'met' });
  expect(await after('let in', { ...around, met: all('ok') }).judge(seen(repaired))).toEqual({
    judged: 'met',
    observed: 'arrived on tracker',
  });
  expect(await after('let in', { ...around, met: all('refused') }).judge(seen(repaired))).toMatchObject({ judged: 'not-met' });
});

test('after a moment that never came there is nothing to judge, and before it lies everything', async () => {
  const around = { verb: 'sign in', moment: 'repaired', met: all('refused') };
  expect(await after('let in', around).judge(seen([]))).toMatchObject({ judged: 'unclear' });
  expect(await before('locked out', around).judge(seen([]))).toMatchObject({ judged: 'not-met' });
});
