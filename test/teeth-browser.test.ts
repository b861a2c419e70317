/** The scenarios that need a browser have teeth that bite, in worlds with one; and each of them truly needs it: hands without scripts cannot do what it claims. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { framesAreAllowed } from '../harness/defects/index.ts';
import { runScenario } from '../harness/run/run-scenario.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import { scenarioNamed } from './teeth-runs.ts';
import { allScenarios, needsBrowser, tryTeethWithBrowser } from './teeth-tried.ts';
import { openTeethWorlds, type TeethWorlds } from './teeth-worlds.ts';

describe('with a browser', () => {
  tryTeethWithBrowser(allScenarios);
});

/** Nothing of them needs a browser, and what they claim is what a browser does: there its own word is asked, too. */
describe('in a browser as on the wire', () => {
  let worlds: TeethWorlds;
  beforeAll(async () => {
    worlds = await openTeethWorlds({ honest: 1, planted: 1, mode: 'browser' });
  }, 60_000);
  afterAll(() => worlds.close(), 60_000);

  test('no page is shown in a frame, and where it may be, it is seen', { timeout: 120_000 }, async () => {
    const framing = scenarioNamed('ingress/no-page-of-ours-is-shown-in-a-frame-of-another-site');
    expect((await worlds.honest(framing)).verdict).toMatchObject({ kind: 'pass' });
    const { verdict } = await worlds.planted(framing, [framesAreAllowed]);
    expect(verdict).toMatchObject({ kind: 'fail', observed: expect.stringContaining('tracker.acme.isolated.test/') });
  });
});

describe('on the wire', () => {
  let worlds: TeethWorlds;
  let world: RunningWorld;
  beforeAll(async () => {
    worlds = await openTeethWorlds({ honest: 0, planted: 1 });
    world = await worlds.fresh();
  }, 60_000);
  afterAll(() => worlds.close(), 60_000);

  test.each(allScenarios.filter(needsBrowser))(
    '$id breaks off, and claims nothing',
    async (planned) => {
      const { verdict } = await runScenario(planned, world);
      expect(verdict).toEqual({ kind: 'error', cause: expect.stringMatching(/^NoScripts: .* the scenario needs a browser$/) });
    },
    60_000,
  );
});
