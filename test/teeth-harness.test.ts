/** Flaws of the harness itself cost the verdict: nothing that was not seen, not calibrated, not healed or not recorded is ever green. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  claimsNothing,
  decisionsWithoutRecord,
  faultDoesNotInstall,
  type HarnessDefect,
  healDoesNotHeal,
  honestActIsNotHonest,
  observersHearNothing,
  probeIsBlind,
  probeSaysAlwaysPresent,
} from '../harness/defects/index.ts';
import type { Planned } from '../harness/run/plan.ts';
import { runScenario } from '../harness/run/run-scenario.ts';
import type { ScenarioResult } from '../harness/verdict/results.ts';
import { instead, scenarioNamed, smallRun } from './teeth-runs.ts';
import { openTeethWorlds, type TeethWorlds } from './teeth-worlds.ts';

const outage = scenarioNamed('outage/sign-in-says-that-the-idp-refuses-connections');
const goneIdp = scenarioNamed('break-glass/the-account-signs-in-while-the-idp-is-gone');
const wrongPassword = scenarioNamed('break-glass/a-sign-in-with-a-wrong-password-is-refused');
const signIn = scenarioNamed('sign-in/a-user-signs-in-through-the-idp-and-opens-the-tracker');

const spoiled = (planned: Planned, defect: HarnessDefect): Planned =>
  instead(planned, (scenario) => (defect.of === 'scenario' ? defect.spoil(scenario) : scenario));

describe('a scenario of a flawed harness', () => {
  let worlds: TeethWorlds;
  beforeAll(async () => {
    worlds = await openTeethWorlds({ honest: 1, planted: 2 });
  });
  afterAll(() => worlds.close());

  const verdictOf = async (planned: Planned): Promise<ScenarioResult['verdict']> => (await worlds.honest(planned)).verdict;

  test.each([
    [faultDoesNotInstall, outage, 'fault-not-observed', 'after it was installed'],
    [probeSaysAlwaysPresent, outage, 'fault-not-observed', 'before it was installed'],
    [probeIsBlind, outage, 'fault-not-observed', 'before it was installed'],
    [honestActIsNotHonest, wrongPassword, 'calibration-failed', 'break-glass.login.password-wrong'],
    [observersHearNothing, goneIdp, 'outcome-unknown', 'the same observers'],
  ] as const)('$name is inconclusive', async (defect, planned, why, detail) => {
    expect(await verdictOf(spoiled(planned, defect))).toEqual({ kind: 'inconclusive', why, detail: expect.stringContaining(detail) });
    expect(await verdictOf(planned), 'without the defect').toMatchObject({ kind: 'pass' });
  });

  test('a scenario that claims nothing is an error', async () => {
    expect(await verdictOf(spoiled(signIn, claimsNothing))).toEqual({ kind: 'error', cause: expect.stringContaining('claims nothing') });
  });

  test('a decision whose record nobody finds is an unknown outcome, and an unknown outcome is no pass', async () => {
    const { verdict, operations } = await worlds.planted(signIn, [decisionsWithoutRecord]);
    expect(operations.map(({ outcome }) => outcome.kind)).toEqual(['unknown']);
    expect(verdict).toEqual({ kind: 'inconclusive', why: 'outcome-unknown', detail: expect.stringContaining('no audit record') });
  });

  test('a heal that does not heal is inconclusive for its scenario, and a problem of its world', async () => {
    const world = await worlds.fresh();
    const { verdict } = await runScenario(spoiled(outage, healDoesNotHeal), world);
    expect(verdict).toMatchObject({ kind: 'inconclusive', why: 'not-healed' });
    expect(world.healings).toEqual([
      { scenario: outage.id, fault: 'idp.connections-refused', after: expect.objectContaining({ when: 'after', seen: 'present' }) },
    ]);
  });
});

describe('a run of a flawed harness', () => {
  test('fails when a fault was not healed, although nothing else failed', async () => {
    const results = await smallRun(signIn, spoiled(outage, healDoesNotHeal));
    expect(results.scenarios.map(({ verdict }) => verdict.kind)).toEqual(['pass', 'inconclusive']);
    expect(results.checkers.find(({ name }) => name === 'every-fault-heals')).toMatchObject({ verdict: 'fail' });
    expect(results).toMatchObject({ verdict: 'fail', exitCode: 1 });
  });

  test('fails when a socket was opened past every declared way out, although its scenario passed', async () => {
    const leaking = instead(signIn, (scenario) => ({
      ...scenario,
      act: async (world, input, given) => {
        const socket = connect({ host: '127.0.0.1', port: 9 });
        await once(socket, 'error');
        return scenario.act(world, input, given);
      },
    }));
    const results = await smallRun(leaking);
    expect(results.scenarios.map(({ verdict }) => verdict.kind)).toEqual(['pass']);
    const guard = results.checkers.find(({ name }) => name === 'every-socket-is-declared');
    expect(guard).toMatchObject({ verdict: 'fail', findings: [expect.stringContaining('teeth-harness.test.ts')] });
    expect(results).toMatchObject({ verdict: 'fail', exitCode: 1 });
  });

  test('is inconclusive when its only scenario is', async () => {
    const results = await smallRun(spoiled(outage, faultDoesNotInstall));
    expect(results).toMatchObject({ verdict: 'inconclusive', exitCode: 3 });
  });
});
