/** Every whole-run checker passes an honest history, rejects a forged bad one for each kind of finding, and is inconclusive when it or its evidence is blind. */
import { describe, expect, test } from 'vitest';
import {
  type Checker,
  checkers,
  everyAnswerBelongsToARow,
  everyDecisionIsAuditedOnce,
  everyFaultHeals,
  everySignInIsAuditedOnce,
  everySocketIsDeclared,
  everyZoneIsHeard,
  noIdentityDataIsLeftBehind,
  noRefusalOpensASession,
  noSecretIsLeftBehind,
  nothingCrossesThatTheTableDoesNotAllow,
  nothingReachesAnotherCloud,
  type RunEvidence,
  runChecker,
  sessionsEndWhenTheyMust,
  theAuditChainIsWhole,
} from '../harness/checkers/index.ts';
import { answersAreNotKept, checkerBreaks, checkerLooksAway, secretsAreNotKnown, tapIsMute } from '../harness/defects/index.ts';
import { breakGlassAccounts, people, relyingParty } from '../harness/fixtures/fixtures.ts';
import type { Operation } from '../harness/verdict/results.ts';
import type { Crossing } from '../system/kernel/ports.ts';
import { forgedAnswers } from './samples/answer-histories.ts';
import { record, reference } from './samples/audit-record.ts';
import { forgedClouds } from './samples/cloud-histories.ts';
import { forgedDecisions, honestDecisions, manyLostElsewhere, restOfARefused } from './samples/decision-histories.ts';
import { forgedLeftBehind } from './samples/identity-left-behind.ts';
import { forgedRows, honestRows, otherHonestRows } from './samples/row-histories.ts';
import { forgedSessions, usedEveryHalfHour } from './samples/session-histories.ts';
import { forgedSignIns, honestSignIns } from './samples/sign-in-histories.ts';

const crossing = (change: Partial<Omit<Crossing, 'body'>> & { readonly body?: string } = {}): Crossing => ({
  from: 'isolated',
  to: 'user',
  channel: 'https',
  atMs: 1,
  head: `200\r\ncontent-type: text/html\r\ntempered-reference: ${reference}`,
  ...change,
  body: Buffer.from(change.body ?? '<p>Nothing personal.</p>'),
});
const secret = { whose: 'realm w1', class: 'client-secret', value: 'rotated-secret-9d2e41' } as const;

/** What a good run leaves: one answer with its record, one harmless crossing, a log without secrets. */
const honest: RunEvidence = {
  operations: [],
  answers: [{ place: 'https://tracker.acme.isolated.test/', status: 200, reference }],
  records: honestRows.records,
  crossings: [crossing(), ...honestRows.crossings],
  routeTables: honestRows.routeTables,
  lookups: [{ name: 'idp.acme.test', by: 'egress' }],
  zonesApart: true,
  sockets: { declared: [{ atMs: 1, opener: 'harness:exit' }], undeclared: [] },
  zones: { opened: ['cloud of world 1'], silences: [] },
  audits: [{ log: 'cloud', records: 2, whole: true }],
  healings: [{ scenario: 'outage/a', fault: 'idp.killed', after: { seen: 'absent', detail: 'answered 200' } }],
  leftBehind: [{ name: 'log of world 1', text: 'info started' }],
  secrets: [secret],
};
const judged = (checker: Checker, change: Partial<RunEvidence>) => runChecker(checker, { ...honest, ...change });

type Forged = { readonly kind: string; readonly checker: Checker; readonly change: Partial<RunEvidence>; readonly finding: string };
const leaving = (name: string, text: string): Partial<RunEvidence> => ({ leftBehind: [...honest.leftBehind, { name, text }] });
const crossed = (change: Parameters<typeof crossing>[0]): Partial<RunEvidence> => ({ crossings: [crossing(), crossing(change)] });

const forged: readonly Forged[] = [
  ...forgedSessions.map((each) => ({ checker: sessionsEndWhenTheyMust, ...each })),
  ...forgedRows.map((each) => ({ checker: everyAnswerBelongsToARow, ...each })),
  ...forgedSignIns.map((each) => ({ checker: everySignInIsAuditedOnce, ...each })),
  ...[...forgedAnswers, ...forgedDecisions].map((each) => ({ checker: everyDecisionIsAuditedOnce, ...each })),
  ...forgedClouds.map((each) => ({ checker: nothingReachesAnotherCloud, ...each })),
  ...forgedLeftBehind.map((each) => ({ checker: noIdentityDataIsLeftBehind, ...each })),
  {
    kind: 'an audit log with a hole',
    checker: theAuditChainIsWhole,
    change: { audits: [{ log: 'edge', records: 7, whole: false, problem: 'link-broken at line 4' }] },
    finding: 'the log edge: link-broken at line 4',
  },
  {
    kind: 'a session that came with a refusal',
    checker: noRefusalOpensASession,
    change: {
      records: [record({ code: 'break-glass.login.password-wrong' })],
      crossings: [crossing({ head: `403\r\ntempered-reference: ${reference}\r\nset-cookie: __Host-break-glass=abc; Path=/` })],
    },
    finding: `the answer ${reference} set __Host-break-glass, and its record says break-glass.login.password-wrong`,
  },
  {
    kind: 'a signed token in the log',
    checker: noSecretIsLeftBehind,
    change: leaving('log of world 1', 'error refused eyJhbGciOiJFUzI1NiJ9x.eyJzdWIiOiJ1LTEyMyJ9xyz.c2lnbmF0dXJl'),
    finding: 'a signed token stands in log of world 1',
  },
  {
    kind: 'a client secret in the log',
    checker: noSecretIsLeftBehind,
    change: leaving('log of world 1', `info saved ${secret.value}`),
    finding: 'the client-secret of realm w1 stands in log of world 1',
  },
  {
    kind: 'a client secret in an audit record, in base64',
    checker: noSecretIsLeftBehind,
    change: leaving('audit log cloud', JSON.stringify({ facts: { note: Buffer.from(`x:${secret.value}`).toString('base64') } })),
    finding: 'the client-secret of realm w1 stands in audit log cloud',
  },
  {
    kind: 'a client secret in the results, in percent-encoding',
    checker: noSecretIsLeftBehind,
    change: leaving('the results', secret.value.replaceAll('-', '%2D')),
    finding: 'the client-secret of realm w1 stands in the results',
  },
  {
    kind: 'an e-mail address on its way to the desk',
    checker: nothingCrossesThatTheTableDoesNotAllow,
    change: crossed({ to: 'provider', body: `{"user":"${people.uma.email}"}`, head: 'POST /x\r\ncontent-type: application/json' }),
    finding: 'the email of uma went from isolated to provider by https in body.json:user',
  },
  {
    kind: 'a name in a header toward a zone that nobody knows',
    checker: nothingCrossesThatTheTableDoesNotAllow,
    change: crossed({ to: 'unknown', head: `GET /\r\nx-who: ${people.nils.familyName}` }),
    finding: 'the name of nils went from isolated to unknown by https in header:x-who',
  },
  {
    kind: 'a password on a page',
    checker: nothingCrossesThatTheTableDoesNotAllow,
    change: crossed({ body: `<p>${breakGlassAccounts['harbour-one'].password}</p>` }),
    finding: 'the break-glass-password of harbour-one went from isolated to user by https in body',
  },
  {
    kind: 'a client secret in an address',
    checker: nothingCrossesThatTheTableDoesNotAllow,
    change: crossed({ to: 'customer', head: `GET /token?client_secret=${relyingParty.clientSecret}`, body: '' }),
    finding: 'the client-secret of relying party went from isolated to customer by https in ',
  },
  {
    kind: 'a socket that nobody declared',
    checker: everySocketIsDeclared,
    change: { sockets: { ...honest.sockets, undeclared: [{ atMs: 1, stack: 'somewhere.ts:7' }] } },
    finding: 'a socket that no declared way out opened: somewhere.ts:7',
  },
  {
    kind: 'a zone whose process was killed',
    checker: everyZoneIsHeard,
    change: { zones: { ...honest.zones, silences: ['the process of zone cloud ended with SIGKILL'] } },
    finding: 'the process of zone cloud ended with SIGKILL',
  },
  {
    kind: 'a fault that is still there after healing',
    checker: everyFaultHeals,
    change: { healings: [{ scenario: 'outage/a', fault: 'idp.killed', after: { seen: 'present', detail: 'answered 502' } }] },
    finding: 'idp.killed was still seen after it was healed: answered 502',
  },
  {
    kind: 'a fault of which nobody can tell whether it is gone',
    checker: everyFaultHeals,
    change: { healings: [{ scenario: 'outage/a', fault: 'idp.killed', after: { seen: 'unclear', detail: 'no answer' } }] },
    finding: 'idp.killed was still seen after it was healed: no answer',
  },
];

describe('the checkers of a run', () => {
  test.each(checkers.map((checker) => [checker.name, checker] as const))(
    '%s passes an honest history, and finds its canary in it',
    (_name, checker) => {
      expect(judged(checker, {})).toMatchObject({ verdict: 'pass', canary: 'found', findings: [] });
    },
  );

  test.each(forged.map((each) => [each.kind, each] as const))('%s is rejected', (_kind, { checker, change, finding }) => {
    const { verdict, findings } = judged(checker, change);
    expect(verdict).toBe('fail');
    expect(findings).toEqual([expect.stringContaining(finding)]);
  });

  test('every checker has a forged history that it rejects', () => {
    expect(new Set(forged.map(({ checker }) => checker.name))).toEqual(new Set(checkers.map(({ name }) => name)));
  });

  test('no finding repeats the secret that it found', () => {
    const said = forged.flatMap(({ checker, change }) => judged(checker, change).findings).join('\n');
    const values = [secret.value, relyingParty.clientSecret, breakGlassAccounts['harbour-one'].password, people.uma.email];
    expect(values.filter((value) => said.includes(value))).toEqual([]);
  });

  test('a record whose answer was lost on its way is no finding, and an answer without a record still is', () => {
    const lost: Operation = {
      actor: 'user uma',
      verb: 'sign in',
      from: 'hq',
      phase: 'act',
      invokedAtMs: 1,
      endedAtMs: 2,
      outcome: { kind: 'fault', symptom: 'reset', detail: 'cut' },
    };
    const records = [record(), record({ reference: 'other-other-other-other' })];
    expect(judged(everyDecisionIsAuditedOnce, { operations: [lost], records }).verdict).toBe('pass');
    expect(judged(everyDecisionIsAuditedOnce, { operations: [lost], records: [] }).verdict).toBe('fail');
  });

  test('what broke in one network excuses no record of another one, however much broke', () => {
    const { verdict, findings } = judged(everyDecisionIsAuditedOnce, manyLostElsewhere);
    expect([verdict, findings.length]).toEqual(['fail', 142]);
  });

  test('what follows a request that was refused in the middle of its bytes has nobody who reads its answer', () => {
    expect(judged(everyDecisionIsAuditedOnce, restOfARefused)).toMatchObject({ verdict: 'pass', canary: 'found' });
  });

  test.each(honestDecisions.map((each) => [each.kind, each.change] as const))('no finding: %s', (_kind, change) => {
    expect(judged(everyDecisionIsAuditedOnce, change)).toMatchObject({ verdict: 'pass', examined: 2, canary: 'found' });
  });
});

describe('a checker that cannot be trusted', () => {
  const spoiled = checkers.flatMap((checker) => [checkerLooksAway, checkerBreaks].map((defect) => ({ checker, defect })));

  test.each(spoiled.map(({ checker, defect }) => [`${defect.name}: ${checker.name}`, checker, defect] as const))(
    '%s is inconclusive, whatever it is shown',
    (_name, checker, defect) => {
      const blind = defect.of === 'checker' ? defect.spoil(checker) : checker;
      const shown = [honest, ...forged.filter((each) => each.checker === checker).map(({ change }) => ({ ...honest, ...change }))];
      for (const evidence of shown) {
        expect(runChecker(blind, evidence)).toMatchObject({ verdict: 'inconclusive', canary: 'not-found' });
      }
    },
  );

  test.each([
    [tapIsMute, nothingCrossesThatTheTableDoesNotAllow],
    [answersAreNotKept, everyDecisionIsAuditedOnce],
    [secretsAreNotKnown, noSecretIsLeftBehind],
  ])('$name never passes', (defect, checker) => {
    const evidence = defect.of === 'evidence' ? defect.spoil(honest) : honest;
    expect(runChecker(checker, evidence).verdict).not.toBe('pass');
  });

  test.each([
    ['a guard that heard of no socket', everySocketIsDeclared, { sockets: { declared: [], undeclared: [] } }],
    ['a run without zones', everyZoneIsHeard, { zones: { opened: [], silences: [] } }],
    ['a run without scenarios', everyFaultHeals, { healings: [] }],
  ] as const)('%s never passes', (_kind, checker, change) => {
    expect(judged(checker, change)).toMatchObject({ verdict: 'inconclusive', examined: 0 });
  });
});

test('sign-ins that succeed and that are refused, each with its record, are no finding', () => {
  const { verdict, examined } = judged(everySignInIsAuditedOnce, honestSignIns);
  expect([verdict, examined]).toEqual(['pass', 2]);
});

test.each([
  ['nothing was asked', []],
  ['people alone asked', [{ name: 'idp.acme.test', by: 'hq' }]],
])('nothing is shown of names that our cloud asks for where %s', (_kind, lookups) => {
  expect(judged(nothingReachesAnotherCloud, { lookups })).toMatchObject({ verdict: 'pass', evidence: false, canary: 'found' });
  expect(judged(nothingReachesAnotherCloud, {})).toMatchObject({ verdict: 'pass', evidence: true });
  // Nor can it be told what crossed where nothing was heard to cross.
  expect(judged(nothingReachesAnotherCloud, { crossings: [] })).toMatchObject({ verdict: 'inconclusive' });
});

test('a session that was used every half hour until shortly before its end is no finding', () => {
  const { verdict, examined } = judged(sessionsEndWhenTheyMust, usedEveryHalfHour);
  expect([verdict, examined]).toEqual(['pass', 23]);
});

test.each(Object.entries(otherHonestRows))('let through, and no finding: %s', (_kind, change) => {
  expect(judged(everyAnswerBelongsToARow, change)).toMatchObject({ findings: [], canary: 'found' });
});
