/** The scenarios as a listing: with what each proves, whose hands act in it, and what it needs. */
import { amount } from '../../../reports/index.ts';
import { type AnyScenario, needsOf, type Planned, runsAlone } from '../../run/plan.ts';
import { type Column, table, tableWidth } from '../table.ts';
import type { Listing } from './listed.ts';

/** In which modes of a run it runs. */
const modesOf = (scenario: AnyScenario): readonly ('wire' | 'browser')[] =>
  needsOf(scenario).includes('browser') ? ['browser'] : ['wire', 'browser'];

/** What a person's hands are made of: `both` follows the mode of the run, `wire` is the same hands in either. */
const handsInWords = ({ modes, hands }: { readonly modes: readonly string[]; readonly hands?: 'wire' }): string =>
  hands ?? (modes.length > 1 ? 'both' : modes.join());

const handsCounted = (entries: readonly Parameters<typeof handsInWords>[0][]): string =>
  Object.entries(Object.groupBy(entries, handsInWords))
    .map(([hands, those = []]) => `${those.length} ${hands}`)
    .join(', ');

const isRequirement = (id: string): boolean => id.includes('-');

type ListedScenario = {
  readonly id: string;
  readonly name: string;
  readonly requirements: readonly string[];
  readonly decisions: readonly string[];
  readonly needs: readonly string[];
  readonly modes: readonly string[];
  readonly hands?: 'wire';
  readonly alone: boolean;
};

const scenarioColumns: readonly Column<ListedScenario>[] = [
  { title: 'proves', most: 17, cell: ({ requirements: proved, decisions: kept }) => [...proved, ...kept].join(' ') },
  { title: 'hands', cell: (entry) => handsInWords(entry) },
  { title: 'needs', cell: ({ needs, alone }) => [...needs, ...(alone ? ['(runs alone)'] : [])].join(' ') || '-' },
];

/** On a terminal a table for each folder; in a pipe one line for each scenario, with its id. */
function scenarioTables(entries: readonly ListedScenario[], width = tableWidth()): string {
  if (!Number.isFinite(width)) return table([{ title: 'id', cell: ({ id }) => id }, ...scenarioColumns], entries, width);
  const folders = [...Map.groupBy(entries, ({ id }) => id.slice(0, id.indexOf('/')))];
  const named: Column<ListedScenario> = { title: 'scenario', most: 38, cell: ({ name }) => name };
  return folders.map(([folder, members]) => `${folder}/\n${table([named, ...scenarioColumns], members, width)}`).join('\n\n');
}

/** As the files say it: nothing is started. */
export function listedScenarios(planned: readonly Planned[]): Listing {
  const entries = planned.map(({ id, claim, file, scenario }) => ({
    id,
    name: claim,
    file,
    requirements: scenario.proves.filter(isRequirement),
    decisions: scenario.proves.filter((proved) => !isRequirement(proved)),
    needs: needsOf(scenario),
    modes: modesOf(scenario),
    ...(scenario.hands ? { hands: scenario.hands } : {}),
    ...(scenario.fault ? { fault: scenario.fault.name } : {}),
    ...(scenario.deviation ? { deviation: Object.keys(scenario.deviation).join(', ') } : {}),
    alone: runsAlone(scenario),
  }));
  const text = scenarioTables(entries);
  return {
    entries,
    text: `${text}\n\n${amount(entries.length, 'scenario')}: ${handsCounted(entries)}.
hands: both: a browser, or in --mode wire an HTTP client; browser: skipped in
--mode wire; wire: that client in every run, where no browser has a part
Run some of them: npx tempered --grep TEXT
What an id is about: npx tempered list requirements, list decisions (for S)`,
  };
}
