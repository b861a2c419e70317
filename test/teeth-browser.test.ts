/** The scenarios that need a browser have teeth that bite, in worlds with one; and each of them truly needs it: hands without scripts cannot do what it claims. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runScenario } from '../harness/run/run-scenario.ts';
import type { RunningWorld } from '../harness/world/world.ts';
import { allScenarios, needsBrowser, tryTeethWithBrowser } from './teeth-tried.ts';
import { openTeethWorlds, type TeethWorlds } from './teeth-worlds.ts';

describe('with a browser', () => {
  tryTeethWithBrowser(allScenarios);
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
