/** Where in the page a scenario or a requirement stands: stable names for links, unique within a run. */
import type { RunResults, ScenarioResult } from '../../harness/verdict/results.ts';

export type Anchors = (scenario: ScenarioResult) => string;

const slug = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Names made from scenario ids; a second scenario with the same name gets a number. */
export function anchorsOf(results: RunResults): Anchors {
  const names = new Map<ScenarioResult, string>();
  const taken = new Set<string>();
  for (const [index, scenario] of results.scenarios.entries()) {
    const name = `scenario-${slug(scenario.id)}`;
    names.set(scenario, taken.has(name) ? `${name}-${index + 1}` : name);
    taken.add(names.get(scenario) ?? name);
  }
  return (scenario) => names.get(scenario) ?? 'scenarios';
}

/** Where a requirement stands in the index. */
export const requirementAnchor = (id: string): string => `requirement-${slug(id)}`;
