/** That a run which several processes share is one run: every scenario once, the worst verdict counts wherever it was given, and what is lost is never green. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkers } from '../harness/checkers/index.ts';
import { assembled } from '../harness/run/assembled.ts';
import { checksTogether } from '../harness/run/checks-together.ts';
import { sharesFor } from '../harness/run/how-many.ts';
import { loadScenarios } from '../harness/run/load-scenarios.ts';
import { type Planned, runsAlone } from '../harness/run/plan.ts';
import { silentProgress } from '../harness/run/silent-progress.ts';
import { workOf } from '../harness/run/work.ts';
import type { CheckerResult, ScenarioResult } from '../harness/verdict/results.ts';
import { family } from './linux-tables.ts';
import { signalled } from './signalled.ts';
import { runOf, runOptionsOf, scenarioNamed } from './teeth-runs.ts';

const runMs = 90_000;
const sample = (id: string, changes: Partial<Planned['scenario']> = {}): Planned => {
  const real = scenarioNamed('sign-in/an-anonymous-api-call-is-refused');
  return { ...real, id, scenario: { ...real.scenario, ...changes } };
};

describe('what there is to do', () => {
  const kinds = ['long', 'short', 'alone'] as const;
  const given = fc.array(fc.constantFrom('quick', 'slow', 'alone'), { maxLength: 40 });

  test('is handed out whole, each of it once, whoever asks and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(given, fc.array(fc.constantFrom(...kinds), { maxLength: 90 }), async (planted, turns) => {
        const planned = planted.map((kind, at) => sample(`${kind}-${at}`, kind === 'alone' ? { alone: true } : {}));
        const work = workOf(planned);
        const handed = (await Promise.all(turns.map(work))).filter((each) => each !== undefined);
        const rest: Planned[] = [];
        for (const kind of kinds) for (let next = await work(kind); next; next = await work(kind)) rest.push(next);
        expect([...handed, ...rest].map(({ id }) => id).sort()).toEqual(planned.map(({ id }) => id).sort());
      }),
      { numRuns: 100 },
    );
  });

  test('what needs a process to itself is not handed out beside others', async () => {
    const work = workOf([sample('alone', { alone: true }), sample('beside')]);
    expect([(await work('short'))?.id, await work('long'), await work('short'), (await work('alone'))?.id]).toEqual([
      'beside',
      undefined,
      undefined,
      'alone',
    ]);
  });

  test('waits long at one end and not at the other', async () => {
    const [quick] = sample('quick').scenario.expect;
    if (!quick) throw new Error('the sample expects nothing');
    const work = workOf([sample('quick'), sample('slow', { expect: [{ ...quick, listenMs: 3_000 }] }), sample('quick-too')]);
    expect([(await work('long'))?.id, (await work('short'))?.id, (await work('long'))?.id]).toEqual(['slow', 'quick-too', 'quick']);
  });
});

describe('how many share a run', () => {
  const much = { wanted: 'embedded', headed: false, workers: 8, scenarios: 10_000 } as const;

  test.each([
    ['at a real identity provider, which is one', { wanted: 'keycloak-jvm' as const }],
    ['where the driver is not chosen yet', { wanted: 'auto' as const }],
    ['with a window to look at', { headed: true }],
    ['of a few scenarios', { scenarios: 99 }],
    ['with less than two worlds for each', { workers: 3 }],
  ])('nobody else %s', (_why, changes) => {
    expect(sharesFor({ ...much, ...changes })).toBe(1);
  });

  test('never more than there are cores', () => {
    expect(sharesFor(much)).toBeLessThanOrEqual(4);
    expect(sharesFor(much)).toBeGreaterThanOrEqual(1);
    expect(sharesFor(much)).toBe(Math.min(4, availableParallelism()));
  });
});

describe('a whole-run check', () => {
  const green: CheckerResult = {
    name: 'a',
    claim: 'a holds',
    cites: ['G-01'],
    verdict: 'pass',
    evidence: true,
    canary: 'found',
    examined: 3,
    unit: 'records',
    findings: [],
  };
  const resultsOf = (kind: 'pass' | 'skipped') =>
    [{ id: 'a scenario', verdict: { kind } }] as unknown as Parameters<typeof checksTogether>[0][number]['results'];
  const ran = resultsOf('pass');
  const share = (changes: Partial<CheckerResult> = {}, results = ran) => ({ judged: [{ ...green, ...changes }], results, worlds: 2 });

  test('of one share is what it said', () => {
    expect(checksTogether([share({ note: 'n', findings: ['f'], verdict: 'fail' })])).toEqual([
      { ...green, note: 'n', findings: ['f'], verdict: 'fail' },
    ]);
  });

  test.each([
    ['pass', 'pass', 'pass'],
    ['pass', 'inconclusive', 'inconclusive'],
    ['inconclusive', 'fail', 'fail'],
    ['fail', 'pass', 'fail'],
  ] as const)('%s in one share and %s in another is %s', (one, other, both) => {
    expect(checksTogether([share({ verdict: one }), share({ verdict: other })])).toMatchObject([{ verdict: both, examined: 6 }]);
  });

  test('says in which worlds something was found, and lost its canary when one of them did', () => {
    const found = share({ verdict: 'fail', findings: ['a leak'], canary: 'not-found' });
    expect(checksTogether([share(), found])).toMatchObject([{ findings: ['in worlds 3 to 4: a leak'], canary: 'not-found' }]);
  });

  test('is evidence when it was in one share, and then says only what was said there', () => {
    const nothing = share({ evidence: false, examined: 0, note: 'nothing of the kind happened' });
    expect(checksTogether([nothing, share()])).toEqual([green]);
    expect(checksTogether([nothing, nothing])).toMatchObject([{ evidence: false, note: 'nothing of the kind happened' }]);
  });

  test('says why it is inconclusive, whatever another share saw', () => {
    const broke = share({ verdict: 'inconclusive', evidence: false, canary: 'not-found', examined: 0, note: 'the checker broke: b' });
    expect(checksTogether([share({ note: 'n' }), broke])).toMatchObject([{ verdict: 'inconclusive', note: 'n; the checker broke: b' }]);
  });

  test('that a share ran past without a judgement is inconclusive', () => {
    expect(checksTogether([share(), { judged: [], results: ran, worlds: 1 }])).toMatchObject([
      { verdict: 'inconclusive', note: 'it was not judged in world 3' },
    ]);
  });

  test('of a share that skipped all that it was handed counts only for what was found in it', () => {
    const blind = { verdict: 'inconclusive', examined: 0 } as const;
    expect(checksTogether([share(), share(blind, resultsOf('skipped'))])).toEqual([green]);
    expect(checksTogether([share(blind, resultsOf('skipped'))])).toMatchObject([{ verdict: 'inconclusive' }]);
  });

  test('of a share that was handed nothing counts only for what was found in it', () => {
    expect(checksTogether([share(), share({ verdict: 'inconclusive', examined: 0 }, [])])).toEqual([green]);
    expect(checksTogether([share(), share({ verdict: 'fail', findings: ['f'] }, [])])).toMatchObject([{ verdict: 'fail' }]);
    expect(checksTogether([share({ verdict: 'inconclusive' }, [])])).toMatchObject([{ verdict: 'inconclusive' }]);
  });
});

describe('a run that three processes share', { timeout: runMs }, () => {
  const few = async (): Promise<readonly Planned[]> => {
    const all = await loadScenarios(new URL('../scenarios/', import.meta.url));
    return [
      ...all.filter(({ id }) => id.startsWith('tokens/')).slice(0, 8),
      ...all.filter(({ scenario }) => runsAlone(scenario)).slice(0, 1),
    ];
  };
  const shared = { shares: 2, workers: 2 } as const;

  const referencesIn = (ran: readonly ScenarioResult[]): ReadonlySet<string> =>
    new Set(ran.flatMap(({ operations }) => operations.flatMap(({ outcome }) => ('reference' in outcome ? [outcome.reference] : []))));

  test('is one run: its plan in order, its worlds counted through and no two of them twins, every check over all of it', async () => {
    const planned = await few();
    const heard: string[] = [];
    const results = await runOf(planned, { ...shared, progress: { ...silentProgress, scenarioEnded: ({ id }) => heard.push(id) } });
    expect(results.scenarios.map(({ id, verdict }) => [id, verdict.kind])).toEqual(planned.map(({ id }) => [id, 'pass']));
    expect(heard.sort()).toEqual(planned.map(({ id }) => id).sort());
    expect([results.run.workers, results.run.shares, results.notRun, results.exitCode]).toEqual([3, 3, [], 0]);
    expect(results.scenarios.filter(({ alone }) => alone).map(({ world }) => world)).toEqual([3]);
    expect(results.checkers.map(({ name, verdict }) => [name, verdict])).toEqual(checkers.map(({ name }) => [name, 'pass']));
    const references = [1, 2, 3].flatMap((world) => [...referencesIn(results.scenarios.filter((result) => result.world === world))]);
    expect(new Set(references).size).toBe(references.length);
    expect(references.length).toBeGreaterThan(8);
  });

  test('is red when what failed was run in another process, and says what was seen', async () => {
    const failing = await loadScenarios(new URL('./samples/failing-alone/', import.meta.url));
    const results = await runOf([...(await few()).slice(0, 2), ...failing], shared);
    expect(results.scenarios.map(({ verdict, world }) => [verdict.kind, world === 3])).toEqual([
      ['pass', false],
      ['pass', false],
      ['fail', true],
    ]);
    expect([results.verdict, results.exitCode]).toEqual(['fail', 1]);
  });

  test('is no run at all when a scenario was changed after it was planned', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tempered-test-changed-'));
    try {
      const sample = new URL('./samples/failing-alone/sign-in/a-visitor-sees-the-tracker-while-nobody-else-acts.ts', import.meta.url);
      const honest = new URL('../scenarios/sign-in/an-anonymous-api-call-is-refused.ts', import.meta.url);
      const file = join(folder, 'nobody-else-acts.ts');
      await writeFile(file, `export { default } from '${sample.href}';`);
      const planned = [...(await few()).slice(0, 2), ...(await loadScenarios(new URL(`file://${folder}/`)))];
      await writeFile(file, `import honest from '${honest.href}';\nexport default { ...honest, alone: true };`);
      await expect(runOf(planned, shared)).rejects.toMatchObject({
        name: 'ScenarioFileBroken',
        message: 'scenarios/nobody-else-acts.ts was changed while the run was under way',
        stack: expect.stringContaining('share-process-entry.ts'),
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('is no run at all when two of them bring the same scenario back', async () => {
    const [planned] = await few();
    if (!planned) throw new RangeError('there is no scenario');
    const { idp, scenarios: results, checkers: judged, warnings } = await runOf([planned], {});
    const brought = { idp, worlds: 1, results, judged, warnings };
    const options = runOptionsOf([planned], '');
    expect(assembled(options, { startedAtMs: 0, shares: [brought] }).scenarios).toEqual(results);
    expect(() => assembled(options, { startedAtMs: 0, shares: [brought, brought] })).toThrow(RangeError);
    expect(() => assembled({ ...options, planned: [sample('another')] }, { startedAtMs: 0, shares: [brought] })).toThrow(RangeError);
  });

  test.runIf(process.platform === 'linux')('is no run at all when one of them is killed', async () => {
    const shares = (): readonly number[] =>
      family([process.pid])
        .filter(({ words }) => words.includes('share-process-entry'))
        .map(({ pid }) => pid);
    const started = Promise.withResolvers<void>();
    const run = runOf(await few(), { ...shared, progress: { ...silentProgress, scenarioStarted: () => started.resolve() } });
    await started.promise;
    signalled(shares()[0], 'SIGKILL');
    await expect(run).rejects.toMatchObject({
      name: 'ShareLost',
      message: expect.stringContaining('ended with SIGKILL before it was done'),
    });
    expect(shares()).toEqual([]);
  });
});
