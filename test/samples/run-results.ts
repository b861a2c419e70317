/** Whole results of runs, built for tests and held to the schema: one in which everything passed, and one with every verdict there is. */
import { type RunResults, resultsSchema } from '../../harness/verdict/results.ts';
import { passingSamples, sampleStartMs, troubledSamples } from './scenario-samples.ts';

const frame = (): Omit<RunResults, 'scenarios' | 'planned' | 'verdict' | 'exitCode'> => ({
  schema: 'tempered-results/1',
  run: {
    id: 'run-2f6c1d',
    seed: 4711,
    startedAtMs: sampleStartMs,
    endedAtMs: sampleStartMs + 71_400,
    version: '0.1.0',
    commit: '9c41e07',
    node: '24.21.0',
    platform: 'linux x64',
    mode: 'browser',
    browser: 'Chromium headless shell 153.0',
    workers: 2,
    processes: false,
    command: 'npm start -- --seed 4711',
    interrupted: false,
  },
  idp: {
    driver: 'keycloak-jvm',
    version: '26.7.3',
    because: 'first in order that this machine can run',
    passedOver: [{ driver: 'keycloak-container', why: 'no container engine answers' }],
    readyMs: 5620,
  },
  profile: {
    name: 'reference',
    departures: [
      {
        title: 'Nobody approves a break-glass login',
        detail:
          'Dual control is N=0: the account is open to whoever holds its password and its key. The source asks for two or more custodians.',
        cites: ['G-01', 'C3'],
      },
    ],
  },
  checkers: [
    {
      name: 'every-decision-is-audited-once',
      claim: 'every decision has exactly one audit record',
      cites: ['G-04', 'B-11'],
      verdict: 'pass',
      evidence: true,
      canary: 'found',
      examined: 412,
      unit: 'records',
      findings: [],
    },
    {
      name: 'nothing-secret-is-recorded',
      claim: 'nothing secret is in any log or record',
      cites: ['X-37', 'S20'],
      verdict: 'pass',
      evidence: true,
      canary: 'found',
      examined: 1_804_331,
      unit: 'bytes',
      findings: [],
    },
    {
      name: 'only-what-may-cross-crossed',
      claim: 'only what is on the table crossed the boundary',
      cites: ['S1', 'A-13'],
      verdict: 'pass',
      evidence: false,
      canary: 'found',
      examined: 2290,
      unit: 'crossings',
      findings: [],
      note: 'boundary: judged in one process',
    },
  ],
  notRun: [],
  titles: {
    'A-12': 'No journey hangs: bounded waits, then a clear page',
    S1: 'What may cross between zones is a table; nothing else crosses',
  },
  warnings: [],
});

/** Everything passed, in one process: what was seen at the boundary is no evidence. Exit code 0. */
export const greenResults = (): RunResults => {
  const scenarios = passingSamples();
  return resultsSchema.parse({ ...frame(), scenarios, planned: scenarios.length, verdict: 'pass', exitCode: 0 });
};

/** Every verdict, a checker with findings, and a warning; exit code 1. */
export const troubledResults = (): RunResults => {
  const scenarios = [...passingSamples(), ...troubledSamples()];
  const base = frame();
  const checkers = base.checkers.map((checker) =>
    checker.name === 'only-what-may-cross-crossed'
      ? {
          ...checker,
          verdict: 'fail' as const,
          findings: ['idp.acme.test → login.acme.isolated.test, token answer: the family name of uma, where only the subject may cross'],
        }
      : checker,
  );
  const warnings = ['keycloak-container passed its probe and then did not start; keycloak-jvm took its place.'];
  return resultsSchema.parse({ ...base, checkers, warnings, scenarios, planned: scenarios.length, verdict: 'fail', exitCode: 1 });
};

/** The same with each zone in a process of its own: every check is evidence. */
export const apart = (results: RunResults): RunResults => ({
  ...results,
  run: { ...results.run, processes: true },
  checkers: results.checkers.map(({ note: _, ...checker }) => ({ ...checker, evidence: true })),
});
