/** The checker of rows has teeth in whole worlds: an ingress that lets through what no row lists, or without what a row asks for, is found by what was heard and recorded, whatever its scenario says. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyAnswerBelongsToARow, runChecker } from '../harness/checkers/index.ts';
import { anyCaseMatches, anyMethodMatches, everyRowIsOpen, targetsAreRepaired } from '../harness/defects/index.ts';
import { gatherEvidence } from '../harness/run/evidence.ts';
import { runScenario } from '../harness/run/run-scenario.ts';
import type { CheckerResult } from '../harness/verdict/results.ts';
import { scenarioNamed } from './teeth-runs.ts';
import type { Planted } from './teeth-table/index.ts';
import { openTeethWorlds, type TeethWorlds } from './teeth-worlds.ts';

let worlds: TeethWorlds;
beforeAll(async () => {
  worlds = await openTeethWorlds({ honest: 0, planted: 3 });
}, 60_000);
afterAll(() => worlds.close(), 60_000);

async function judged(id: string, plants: readonly Planted[]): Promise<CheckerResult> {
  const world = await worlds.fresh(plants);
  try {
    await runScenario(scenarioNamed(id), world);
    return runChecker(
      everyAnswerBelongsToARow,
      await gatherEvidence({ worlds: [world], sockets: { declared: [], undeclared: [] }, texts: [] }),
    );
  } finally {
    await world.close();
  }
}

const nothingMatches = 'and no row of the table in force matches its path';

const planted = [
  [anyMethodMatches, 'ingress/a-request-that-asks-for-the-head-only-is-refused', 'is of HEAD tracker.acme.isolated.test', nothingMatches],
  [targetsAreRepaired, 'ingress/a-request-with-two-slashes-in-a-row-is-refused', 'is of GET tracker.acme.isolated.test', nothingMatches],
  [anyCaseMatches, 'ingress/a-request-in-other-capitals-is-refused', 'is of GET', nothingMatches],
  [
    everyRowIsOpen,
    'sign-in/an-anonymous-api-call-is-refused',
    'tracker.acme.isolated.test/api/issues, which asks for a session',
    'and came without one',
  ],
] as const;

test.concurrent.each(planted.map(([plant, ...rest]) => [plant.name, plant, ...rest] as const))(
  'what the ingress let through is found: %s',
  { timeout: 120_000 },
  async (_name, plant, id, asked, wrong) => {
    const honest = await judged(id, []);
    expect(honest, 'without the defect').toMatchObject({ verdict: 'pass', findings: [], canary: 'found' });
    expect(honest.examined).toBeGreaterThan(0);
    const { verdict, findings } = await judged(id, [plant]);
    expect(verdict).toBe('fail');
    expect(findings.find((each) => each.includes(asked))).toContain(wrong);
  },
);

test('a table that was replaced and read back is the one that counts from then on', { timeout: 120_000 }, async () => {
  const { verdict, findings, examined } = await judged('ingress/a-stream-ends-when-its-row-is-withdrawn', []);
  expect([verdict, findings]).toEqual(['pass', []]);
  expect(examined).toBeGreaterThan(0);
});
