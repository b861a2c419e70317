/** The rules that nothing goes round in a circle: no file leads back to itself, and no folder of the harness to itself. Types count. */
import type { Rule } from './rule.ts';
import type { Source } from './source.ts';

type Roads = ReadonlyMap<string, ReadonlySet<string>>;

/** The shortest way from one place to another, both ends named; undefined when there is none. */
function wayBetween(from: string, to: string, roads: Roads): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const open = [from];
  for (let place = open.shift(); place !== undefined; place = open.shift()) {
    for (const next of roads.get(place) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, place);
      if (next === to) return backFrom(to, from, cameFrom);
      open.push(next);
    }
  }
  return undefined;
}

function backFrom(end: string, start: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  for (let place = cameFrom.get(end); place !== undefined && place !== start; place = cameFrom.get(place)) way.unshift(place);
  return [start, ...way];
}

/** Where each place leads. `placeOf` gives undefined for a file that does not count. */
function roadsOf(sources: readonly Source[], placeOf: (path: string) => string | undefined): Roads {
  const roads = new Map<string, Set<string>>();
  for (const { path, reaches } of sources) {
    const from = placeOf(path);
    if (from === undefined) continue;
    const leads = roads.get(from) ?? new Set<string>();
    roads.set(from, leads);
    for (const { ours, to } of reaches) {
      const place = ours ? placeOf(to) : undefined;
      if (place !== undefined) leads.add(place);
    }
  }
  return roads;
}

const asTheyAre = (path: string): string => path;
const harnessFolder = (path: string): string | undefined => /^harness\/[^/]+(?=\/)/.exec(path)?.[0];

export const noCircleOfFiles: Rule = {
  name: 'no file leads back to itself by what it imports',
  broken(source, all) {
    const way = wayBetween(source.path, source.path, roadsOf(all, asTheyAre));
    return way ? [`stands in a circle: ${way.join(' → ')}`] : [];
  },
  forged: [
    { path: 'harness/verdict/exit-code.ts', text: "import { runSuite } from '../run/run.ts';" },
    { path: 'harness/verdict/exit-code.ts', text: "import type { assembled } from '../run/assembled.ts';" },
    { path: 'harness/faults/fault.ts', text: "import type { World } from '../scenario/scenario.ts';" },
  ],
};

export const noCircleOfHarnessFolders: Rule = {
  name: 'no folder of the harness leads back to itself by what its files import',
  broken(source, all) {
    const own = harnessFolder(source.path);
    if (own === undefined) return [];
    const roads = roadsOf(all, harnessFolder);
    const others = source.reaches.flatMap(({ ours, to }) => (ours && harnessFolder(to) !== own ? [harnessFolder(to)] : []));
    return [...new Set(others)].flatMap((other) => {
      const way = other && wayBetween(other, own, roads);
      return way ? [`closes a circle: ${[own, ...way].join(' → ')}`] : [];
    });
  },
  forged: [
    { path: 'harness/network/opener.ts', text: "import type { NameGuard } from '../tap/name-guard.ts';" },
    { path: 'harness/fixtures/fixtures.ts', text: "import { startTap } from '../target/target.ts';" },
    { path: 'harness/faults/a.ts', text: "import type { Expectation } from '../scenario/scenario.ts';" },
  ],
};
