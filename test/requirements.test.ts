/** The requirement catalogue against the scenarios: no unknown id is claimed, and what should be proven by now is, or is a known gap. */
import { expect, test } from 'vitest';
import { decisions, knownGaps, requirements } from '../harness/requirements/index.ts';
import { loadScenarios } from '../harness/run/load-scenarios.ts';

/** Parts of the work that must have at least a first scenario for each of their ids. */
const finishedParts: readonly number[] = [1, 2];

const scenarios = await loadScenarios(new URL('../scenarios/', import.meta.url));
const proved = new Set<string>(scenarios.flatMap(({ scenario }) => scenario.proves));

test('the catalogue holds 200 ids, each once, in order within its section', () => {
  const ids = requirements.map(({ id }) => id);
  expect(ids).toHaveLength(200);
  expect(new Set(ids).size).toBe(200);
  const sizes = Object.entries(Object.groupBy(ids, (id) => id.slice(0, 1))).map(
    ([section, members = []]) => `${section} ${members.length}`,
  );
  expect(sizes.join(', ')).toBe('A 18, B 11, C 10, D 11, E 8, F 7, G 9, H 11, I 11, J 16, K 4, L 10, M 11, N 21, X 42');
  expect(ids).toEqual([...ids].sort());
});

test('every title says something, and every part is one of the plan', () => {
  for (const { title, parts } of requirements) {
    expect(title.length).toBeGreaterThan(5);
    expect(parts).toEqual([...parts].sort());
  }
});

test('every id that a scenario names exists', () => {
  const known = new Set<string>([...requirements, ...decisions].map(({ id }) => id));
  expect([...proved].filter((id) => !known.has(id))).toEqual([]);
});

test('every id of a finished part has a scenario, or is a known gap', () => {
  const due = requirements.filter(({ parts }) => parts.some((part) => finishedParts.includes(part)));
  const missing = due.filter(({ id }) => !proved.has(id)).map(({ id }) => id);
  expect(missing.filter((id) => !knownGaps.some((gap) => gap.id === id))).toEqual([]);
});

test('a gap that is closed is no longer listed, and a listed one has a reason', () => {
  expect(knownGaps.filter(({ id }) => proved.has(id))).toEqual([]);
  for (const { id, why } of knownGaps) {
    expect(requirements.map((requirement) => requirement.id)).toContain(id);
    expect(why.length).toBeGreaterThan(20);
  }
});
