/** What `list` can show: for each subject its entries as data, and how they read in a terminal. */

import { amount, deviationAmounts } from '../../../reports/index.ts';
import { listedDeviations } from '../../deviations/index.ts';
import { faults } from '../../faults/index.ts';
import type { Planned } from '../../run/plan.ts';
import { table } from '../table.ts';
import { listedDecisions, listedRequirements } from './judged.ts';
import type { Listing } from './listed.ts';
import { listedScenarios } from './scenarios.ts';
import type { Subject } from './subjects.ts';

export type LoadScenarios = () => Promise<readonly Planned[]>;

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
  const means = [...Map.groupBy(entries, ({ means: by }) => by)].map(([by, those]) => `${those.length} ${by}`);
  return {
    entries,
    text: `${text}\n\n${amount(entries.length, 'fault')}: ${means.join(', ')}.
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
