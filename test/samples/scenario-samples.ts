/** Scenario results of every kind, as a run would leave them: input for the tests of reports and progress. */
import type { Operation, Outcome, ScenarioResult } from '../../harness/verdict/results.ts';

/** 2026-11-22 10:43:12 UTC, in milliseconds since the epoch. */
export const sampleStartMs = Date.UTC(2026, 10, 22, 10, 43, 12);

const reference = (index: number): string => `r-${(0x5f3a91 + index * 7919).toString(16)}`;
const ok = (landedOn: string, index = 1): Outcome => ({ kind: 'ok', landedOn, reference: reference(index) });
const refused = (code: string, shown: string, index = 2): Outcome => ({ kind: 'refused', code, shown, reference: reference(index) });

type Did = readonly [phase: Operation['phase'], actor: string, from: string, verb: string, outcome: Outcome, tookMs: number];
const operations = (startedAtMs: number, all: readonly Did[]): Operation[] => {
  let atMs = startedAtMs;
  return all.map(([phase, actor, from, verb, outcome, tookMs]) => {
    const invokedAtMs = atMs;
    atMs += tookMs + 15;
    return { actor, verb, from, phase, invokedAtMs, endedAtMs: invokedAtMs + tookMs, outcome };
  });
};

type Given = Partial<ScenarioResult> & Pick<ScenarioResult, 'id' | 'proves' | 'verdict'>;
/** A scenario result in which everything that is not given is empty. */
export const scenarioResult = (given: Given): ScenarioResult => ({
  claim: (given.id.split('/').at(-1) ?? given.id).replaceAll('-', ' '),
  file: `scenarios/${given.id}.ts`,
  needs: [],
  alone: false,
  world: 1,
  startedAtMs: sampleStartMs + 6000,
  durationMs: 1840,
  sightings: [],
  expectations: [],
  operations: [],
  marks: [],
  attachments: [],
  ...given,
});

const met = (claim: string, observed: string) => ({ claim, judged: 'met' as const, observed });

const passed = (id: string, proves: string[], durationMs: number, world: number): ScenarioResult =>
  scenarioResult({
    id,
    proves,
    durationMs,
    world,
    verdict: { kind: 'pass', expectationsMet: 1 },
    expectations: [met('it ends on the page that the claim names', 'ok, landed on tracker.acme.isolated.test/')],
    operations: operations(sampleStartMs + 6000, [
      ['calibration', 'uma', 'hq', 'signs in', ok('tracker.acme.isolated.test/'), 940],
      ['act', 'uma', 'hq', 'opens tracker /', ok('tracker.acme.isolated.test/', 3), 61],
    ]),
  });

const faultPassed = (id: string, fault: string, code: string, durationMs: number): ScenarioResult =>
  scenarioResult({
    id,
    fault,
    durationMs,
    world: 2,
    proves: ['A-12', 'C-02'],
    needs: ['mailbox'],
    verdict: { kind: 'pass', expectationsMet: 2 },
    calibration: ok('tracker.acme.isolated.test/'),
    sightings: [
      { when: 'before', seen: 'absent', detail: 'discovery answered 200 in 14 ms' },
      { when: 'during', seen: 'present', detail: 'three fresh connections, all refused' },
      { when: 'after', seen: 'absent', detail: 'discovery answered 200 in 11 ms' },
    ],
    expectations: [
      met(`the sign-in is refused with ${code}`, `refused ${code}`),
      met('the answer comes within 7 s', 'it came after 5.1 s'),
    ],
    operations: operations(sampleStartMs + 6000, [
      ['calibration', 'uma', 'hq', 'signs in', ok('tracker.acme.isolated.test/'), 1010],
      ['act', 'uma', 'hq', 'signs in', refused(code, '503 The identity provider does not answer'), 5080],
    ]),
  });

const drillStartMs = sampleStartMs + 41_000;
/** The drill, with all its moments. */
const drillSample = (): ScenarioResult =>
  scenarioResult({
    id: 'recovery/a-rotated-client-secret-is-repaired-through-break-glass',
    proves: ['A-07', 'C-03', 'H-11', 'N-18'],
    needs: ['mailbox', 'browser', 'keycloak'],
    alone: true,
    startedAtMs: drillStartMs - 2400,
    durationMs: 16_930,
    verdict: { kind: 'pass', expectationsMet: 4 },
    deviation: 'the client secret at the identity provider is rotated, and nobody tells us',
    expectations: [
      met('every sign-in fails while the secret is old', '3 of 3 refused with sso.callback.client-refused'),
      met('the new secret is saved in AdminHub', 'ok, landed on admin.acme.isolated.test/identity-provider'),
      met('the same user signs in again', 'ok, landed on tracker.acme.isolated.test/'),
      met('the audit chain is whole', '2 logs, 41 records, both whole'),
    ],
    operations: operations(drillStartMs - 2400, [
      ['given', 'uma', 'hq', 'signs in', ok('tracker.acme.isolated.test/'), 1010],
      ['given', 'harbour-one', 'hq', 'registers', ok('admin.acme.isolated.test/ready', 5), 1240],
      ['act', 'nils', 'hq', 'signs in', refused('sso.callback.client-refused', '502 Signing in did not work', 6), 890],
      ['act', 'harbour-one', 'hq', 'signs in by break-glass', ok('admin.acme.isolated.test/', 7), 1730],
      ['act', 'harbour-one', 'hq', 'saves the identity provider settings', ok('admin.acme.isolated.test/identity-provider', 8), 420],
      ['act', 'nils', 'hq', 'signs in', ok('tracker.acme.isolated.test/', 9), 980],
      ['act', 'harbour-one', 'hq', 'signs out', ok('admin.acme.isolated.test/signed-out', 10), 130],
    ]),
    marks: [
      { name: 'fault-installed', atMs: drillStartMs, note: 'The client secret at the identity provider was rotated.' },
      { name: 'lock-out-noticed', atMs: drillStartMs + 890, note: 'First refusal: sso.callback.client-refused.' },
      { name: 'break-glass-session-opened', atMs: drillStartMs + 5120, note: 'Account harbour-one, from hq.' },
      { name: 'new-secret-saved', atMs: drillStartMs + 7350 },
      { name: 'single-sign-on-restored', atMs: drillStartMs + 8640, note: 'nils signed in.' },
      { name: 'break-glass-session-closed', atMs: drillStartMs + 9100 },
      { name: 'audit-verified', atMs: drillStartMs + 14_400, note: '2 logs, 41 records, both whole.' },
    ],
    attachments: [
      { kind: 'screenshot', title: 'Sign-in refused while the secret is old', file: 'screenshots/drill-refused.png' },
      { kind: 'screenshot', title: 'AdminHub after the new secret was saved', file: 'screenshots/drill-saved.png' },
    ],
  });

const failed = (): ScenarioResult =>
  scenarioResult({
    id: 'break-glass/a-login-from-an-unlisted-address-is-refused',
    proves: ['B-07', 'S14'],
    needs: ['source-addresses'],
    durationMs: 4120,
    deviation: 'the address is 127.66.6.6 (attacker), which is not on the list',
    calibration: ok('admin.acme.isolated.test/'),
    verdict: {
      kind: 'fail',
      expected: 'refused with break-glass.login.address-not-allowed',
      observed: 'ok, landed on admin.acme.isolated.test/',
    },
    expectations: [
      met('the alert is sent', '1 alert at top severity'),
      {
        claim: 'the login is refused with break-glass.login.address-not-allowed',
        judged: 'not-met',
        observed: 'ok, landed on admin.acme.isolated.test/',
      },
    ],
    operations: operations(sampleStartMs + 6000, [
      ['given', 'harbour-one', 'hq', 'registers', ok('admin.acme.isolated.test/ready'), 1180],
      ['calibration', 'harbour-one', 'hq', 'signs in by break-glass', ok('admin.acme.isolated.test/', 12), 1290],
      ['act', 'harbour-one', 'attacker', 'signs in by break-glass', ok('admin.acme.isolated.test/', 13), 1310],
    ]),
    attachments: [
      { kind: 'screenshot', title: 'AdminHub, opened from attacker', file: 'screenshots/unlisted.png' },
      { kind: 'trace', title: 'Browser trace', file: 'traces/unlisted.zip' },
      { kind: 'log', title: 'Server log of world 1', file: 'logs/world-1.log' },
    ],
  });

const broken = (): ScenarioResult =>
  scenarioResult({
    id: 'sessions/a-break-glass-session-ends-after-thirty-minutes',
    proves: ['G-03'],
    needs: ['clock'],
    world: 2,
    durationMs: 30_012,
    verdict: { kind: 'error', cause: 'the browser was gone: target closed while waiting for the break-glass page' },
    operations: operations(sampleStartMs + 6000, [
      [
        'act',
        'harbour-two',
        'hq',
        'signs in by break-glass',
        { kind: 'fault', symptom: 'browser-crashed', detail: 'target closed' },
        30_000,
      ],
    ]),
  });

const unsettled = (): ScenarioResult =>
  scenarioResult({
    id: 'outages/a-sign-in-while-the-idp-is-a-black-hole-is-answered-by-us',
    proves: ['A-12', 'C-02'],
    world: 2,
    durationMs: 9004,
    fault: 'idp.black-hole',
    calibration: ok('tracker.acme.isolated.test/'),
    verdict: { kind: 'inconclusive', why: 'fault-not-observed', detail: 'one of three fresh connections was answered within 2 s' },
    sightings: [
      { when: 'before', seen: 'absent', detail: 'discovery answered 200 in 13 ms' },
      { when: 'during', seen: 'unclear', detail: '2 of 3 connections without an answer' },
      { when: 'after', seen: 'absent', detail: 'discovery answered 200 in 16 ms' },
    ],
    expectations: [{ claim: 'the sign-in is refused with sso.idp.no-answer', judged: 'unclear', observed: 'not judged' }],
    operations: operations(sampleStartMs + 6000, [
      ['calibration', 'uma', 'hq', 'signs in', ok('tracker.acme.isolated.test/'), 1004],
      ['act', 'uma', 'hq', 'signs in', { kind: 'unknown', why: 'no audit record has the reference of the answer' }, 5030],
    ]),
  });

const skipped = (): ScenarioResult =>
  scenarioResult({
    id: 'outages/a-sign-in-while-the-idp-hangs-is-answered-by-us',
    proves: ['A-12'],
    needs: ['idp-hang'],
    world: 0,
    durationMs: 0,
    verdict: { kind: 'skipped', lacks: 'idp-hang', detail: 'this driver cannot make its identity provider hang' },
  });

/** What passes in every sample run. */
export const passingSamples = (): ScenarioResult[] => [
  passed('sign-in/a-user-signs-in-through-the-idp-and-opens-the-tracker', ['A-01', 'I-03'], 1960, 1),
  passed('sign-in/an-anonymous-visitor-is-sent-to-the-idp', ['M-05'], 310, 2),
  passed('sign-in/an-anonymous-api-call-is-refused', ['M-05'], 95, 1),
  passed('outages/a-session-that-was-open-before-the-outage-goes-on', ['A-12'], 2210, 2),
  faultPassed(
    'outages/a-sign-in-while-connections-are-refused-is-answered-by-us',
    'idp.connections-refused',
    'sso.idp.connection-refused',
    2480,
  ),
  faultPassed(
    'outages/a-sign-in-while-the-certificate-is-expired-is-answered-by-us',
    'idp.certificate-expired',
    'sso.idp.certificate-not-trusted',
    2140,
  ),
  passed('break-glass/the-account-signs-in-while-the-idp-is-gone', ['A-05', 'C-02', 'S13'], 3960, 1),
  passed('break-glass/a-session-is-refused-by-the-tracker', ['B-05', 'B-06'], 2890, 2),
  drillSample(),
];

/** One of each that does not pass, and one that was skipped. */
export const troubledSamples = (): ScenarioResult[] => [failed(), broken(), unsettled(), skipped()];
