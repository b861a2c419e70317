/** What `list` can show: for each subject its entries as data, and how they read in a terminal. */

import { amount, deviationAmounts } from '../../../reports/index.ts';
import { listedDeviations } from '../../deviations/index.ts';
import { faults } from '../../faults/index.ts';
import { type Decision, decisions, type Requirement, requirements } from '../../requirements/index.ts';
import { type AnyScenario, needsOf, type Planned, runsAlone } from '../../run/plan.ts';
import { table } from '../table.ts';
import type { Subject } from './subjects.ts';

export type LoadScenarios = () => Promise<readonly Planned[]>;

/** `entries` is what `--json` prints; `text` is made of the same entries. */
export type Listing = { readonly entries: readonly object[]; readonly text: string };

/** Starts nothing. `drivers` asks each driver whether it is usable, which takes up to five seconds. */
export async function listing(subject: Subject, load: LoadScenarios): Promise<Listing> {
  switch (subject) {
    case 'scenarios':
      return listedScenarios(await load());
    case 'requirements':
      return listedRequirements(await load());
    case 'decisions':
      return listedDecisions(await load());
    case 'faults':
      return listedFaults();
    case 'deviations':
      return shownDeviations();
    case 'drivers':
      return listedDrivers();
  }
}

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

function listedScenarios(planned: readonly Planned[]): Listing {
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
  const text = table(
    [
      { title: 'scenario', most: 38, cell: ({ name }) => name },
      { title: 'proves', most: 17, cell: (entry) => [...entry.requirements, ...entry.decisions].join(' ') },
      { title: 'hands', cell: (entry) => handsInWords(entry) },
      { title: 'needs', cell: ({ needs, alone }) => [...needs, ...(alone ? ['(runs alone)'] : [])].join(' ') || '-' },
    ],
    entries,
  );
  return {
    entries,
    text: `${text}\n\n${amount(entries.length, 'scenario')}: ${handsCounted(entries)}.
hands: both: a browser, or in --mode wire an HTTP client; browser: skipped in
--mode wire; wire: that client in every run, where no browser has a part
Run some of them: npx tempered --grep TEXT
What an id is about: npx tempered list requirements, list decisions (for S)`,
  };
}

const proving = (planned: readonly Planned[], id: Requirement['id'] | Decision['id']): readonly string[] =>
  planned.filter(({ scenario }) => scenario.proves.some((proved) => proved === id)).map((each) => each.id);

function listedRequirements(planned: readonly Planned[]): Listing {
  const entries = requirements.map(({ id, title, parts }) => ({
    id,
    title,
    part: parts[0],
    parts,
    scenarios: proving(planned, id),
  }));
  const text = table(
    [
      { title: 'id', cell: ({ id }) => id },
      { title: 'part', cell: ({ parts }) => parts.join(' ') },
      { title: 'scenarios', cell: ({ scenarios }) => `${scenarios.length || '-'}` },
      { title: 'requirement', cell: ({ title }) => title },
    ],
    entries,
  );
  const covered = entries.filter(({ scenarios }) => scenarios.length > 0).length;
  return {
    entries,
    text: `${text}\n\n${amount(entries.length, 'requirement')}, ${covered} of them with a scenario.\npart: which parts of the work touch it; the first brings it`,
  };
}

function listedDecisions(planned: readonly Planned[]): Listing {
  const entries = decisions.map(({ id, title }) => ({ id, title, scenarios: proving(planned, id) }));
  const text = table(
    [
      { title: 'id', cell: ({ id }) => id },
      { title: 'scenarios', cell: ({ scenarios }) => `${scenarios.length || '-'}` },
      { title: 'decision of the security model', cell: ({ title }) => title },
    ],
    entries,
  );
  return {
    entries,
    text: `${text}\n\n${amount(entries.length, 'decision')}. Others are requirements: npx tempered list requirements`,
  };
}

function listedFaults(): Listing {
  const entries = faults.map(({ file, fault: { name, title, family, means, meets, needs, shared } }) => ({
    name,
    title,
    family,
    means,
    meets,
    file,
    needs,
    shared,
  }));
  const text = table(
    [
      { title: 'fault', cell: ({ name }) => name },
      { title: 'by', cell: ({ means }) => means },
      { title: 'comes to', cell: ({ meets }) => meets },
    ],
    entries,
  );
  const families = Object.entries(Object.groupBy(entries, ({ family }) => family)).map(([family, those]) => `${those.length} ${family}`);
  return {
    entries,
    text: `${text}\n\n${amount(entries.length, 'fault')}:
${families.join(', ')}.
by: network: the way there breaks; process: the server itself does; realm: as an
administrator does it, for real; rewriting: answers are changed on their way;
automation: what the customer's automation hands on to the directory
comes to: what a sign-in must come to meanwhile, or a change of the directory
What happens, and what each needs: npx tempered list faults --json`,
  };
}

function shownDeviations(): Listing {
  const deviations = listedDeviations.map(({ key: _key, table: _table, ...listed }) => listed);
  const text = table(
    [
      { title: 'deviation', cell: ({ name }) => name },
      { title: 'what departs', cell: ({ title }) => title },
    ],
    deviations,
  );
  return { entries: deviations, text: `${text}\n\n${deviationAmounts(deviations)}.` };
}

async function listedDrivers(): Promise<Listing> {
  const { probeDrivers } = await import('../../idp/index.ts');
  const entries = (await probeDrivers()).map(({ driver, usable }) =>
    usable.yes
      ? { name: driver.name, usable: true, version: usable.version, detail: usable.detail }
      : { name: driver.name, usable: false, why: usable.why, remedy: usable.remedy },
  );
  const text = table(
    [
      { title: 'driver', cell: ({ name }) => name },
      { title: 'usable', cell: ({ usable }) => (usable ? 'yes' : 'no') },
      {
        title: 'what it is, or what it lacks',
        cell: (entry) => (entry.usable ? `${entry.version}: ${entry.detail}` : `${entry.why}. To do: ${entry.remedy}`),
      },
    ],
    entries,
  );
  return { entries, text: `${text}\n\nWithout --idp, a run takes the first usable one.` };
}
