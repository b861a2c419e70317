/** That every scenario of some folders can turn red, and for its own reason: green in an honest world, and failing with the right evidence where its defect is planted. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadScenarios } from '../harness/run/load-scenarios.ts';
import { needsOf, type Planned, runsAlone } from '../harness/run/plan.ts';
import { type Tooth, teeth } from './teeth-table/index.ts';
import { type Most, openTeethWorlds, type TeethWorlds } from './teeth-worlds.ts';

export const allScenarios = await loadScenarios(new URL('../scenarios/', import.meta.url));

/** The folders whose teeth have a file of their own, so that they are tried side by side with the others. */
export const foldersApart = ['directory', 'ingress', 'misconfiguration', 'oidc', 'outage', 'saml', 'sessions', 'tokens'] as const;
export const folderOf = ({ id }: Planned): string => id.slice(0, id.indexOf('/'));

/** Their teeth are tried in worlds with a browser, in a file of their own; all others on the wire. */
export const needsBrowser = ({ scenario }: Planned): boolean => needsOf(scenario).includes('browser');

/** A full browser is not on every machine: theirs have a file of their own, too. */
export const needsPageMemory = ({ scenario }: Planned): boolean => needsOf(scenario).includes('page-memory');

const toothless = { failing: '(all of it)', observed: 'green' };

/** The guards over this process hear everybody: where silence is claimed, or the identity provider's process is touched, nobody else may act. */
const actsAlone = ({ id, scenario }: Planned): boolean => runsAlone(scenario) || id.endsWith('while-the-idp-is-gone');

const waits = ({ id }: Planned): boolean => /answers-nobody|slower-than-the-limit|takes-long|drips|keys-are-slow/.test(id);

async function isGreen(worlds: TeethWorlds, planned: Planned): Promise<void> {
  const { verdict } = await worlds.honest(planned);
  expect(verdict, 'in the honest world').toMatchObject({ kind: 'pass' });
}

async function turnsRed(worlds: TeethWorlds, planned: Planned, tooth: Tooth): Promise<void> {
  const names = tooth.plants.map(({ name }) => name).join(', ');
  const { verdict } = await worlds.planted(planned, tooth.plants);
  expect(verdict.kind, `${names}: ${JSON.stringify(verdict)}`).toBe(tooth.red);
  if (tooth.red === 'error') return expect(verdict.kind === 'error' ? verdict.cause : '', names).toContain(tooth.cause);
  const { expected, observed } = verdict.kind === 'fail' ? verdict : { expected: toothless.failing, observed: toothless.observed };
  expect({ expected, observed }, names).toEqual({ expected: tooth.failing, observed: expect.stringContaining(tooth.observed) });
}

/** Declares the tests of those of these scenarios that need no browser, in worlds of this test file alone. */
export const tryTeethOf = (scenarios: readonly Planned[]): void =>
  tryIn(
    { honest: 3, planted: 6 },
    scenarios.filter((planned) => !needsBrowser(planned)),
  );

/** The same for those that need one: fewer at a time, for each holds pages open. */
export const tryTeethWithBrowser = (scenarios: readonly Planned[]): void =>
  tryIn(
    { honest: 2, planted: 2, mode: 'browser' },
    scenarios.filter((planned) => needsBrowser(planned) && !needsPageMemory(planned)),
  );

/** The same for those that need one that keeps left pages alive: \`TEMPERED_BROWSER\` must name such a one. */
export const tryTeethWithPageMemory = (scenarios: readonly Planned[]): void =>
  tryIn({ honest: 1, planted: 1, mode: 'browser' }, scenarios.filter(needsPageMemory));

function tryIn(most: Most, scenarios: readonly Planned[]): void {
  let worlds: TeethWorlds;
  beforeAll(async () => {
    worlds = await openTeethWorlds(most);
  }, 60_000);
  afterAll(() => worlds.close(), 60_000);

  // Those that wait longest begin first.
  const together = scenarios.filter((each) => !actsAlone(each)).toSorted((one, other) => Number(waits(other)) - Number(waits(one)));
  for (const planned of together) {
    test.concurrent(planned.id, { timeout: 120_000 }, async () => {
      await Promise.all([isGreen(worlds, planned), ...(teeth[planned.id] ?? []).map((tooth) => turnsRed(worlds, planned, tooth))]);
    });
  }
  for (const planned of scenarios.filter(actsAlone)) {
    test(`${planned.id}, alone`, { timeout: 120_000 }, async () => {
      await isGreen(worlds, planned);
      for (const tooth of teeth[planned.id] ?? []) await turnsRed(worlds, planned, tooth);
    });
  }
}
