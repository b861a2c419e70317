/** Every listed deviation has one scenario, and the code that its file names is the deviation's own. */
import { expect, test } from 'vitest';
import { listedDeviations } from '../harness/deviations/index.ts';
import { loadScenarios } from '../harness/run/load-scenarios.ts';

const all = await loadScenarios(new URL('../scenarios/', import.meta.url));
const about = all.flatMap(({ id, scenario }) => (scenario.listedDeviation ? [{ id, scenario, deviation: scenario.listedDeviation }] : []));
const nameOf = ({ family, name }: { readonly family: string; readonly name: string }): string => `${family} ${name}`;

test('no scenario is about a deviation that is not listed, and none about one that another is about', () => {
  const listed = new Set(listedDeviations.map(nameOf));
  const named = about.map(({ deviation }) => nameOf(deviation));
  expect(named.filter((name) => !listed.has(name))).toEqual([]);
  expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
});

test('a family that has scenarios has one for each of its deviations', () => {
  const begun = new Set(about.map(({ deviation }) => deviation.family));
  const named = new Set(about.map(({ deviation }) => nameOf(deviation)));
  expect(
    listedDeviations
      .filter(({ family }) => begun.has(family))
      .map(nameOf)
      .filter((name) => !named.has(name)),
  ).toEqual([]);
});

test.each(about.map((each) => [each.id, each] as const))('%s says what its deviation says', (id, { scenario, deviation }) => {
  expect(scenario.expect.map(({ claim }) => claim)).toContain(`is refused with ${deviation.refusedWith}`);
  expect(Object.values(scenario.deviation ?? {})).toEqual([deviation.name]);
  expect(id).toMatch(new RegExp(`-${deviation.name}-(is-refused|cannot-be-registered)$`));
});
