/** Where a run is weaker than its source asks: by what the system under test does not do yet, and by how this run was made. */
import { profileDepartures } from '../target/reference/index.ts';
import type { RunResults } from '../verdict/results.ts';
import type { RunOptions } from './run-options.ts';

type Departure = RunResults['profile']['departures'][number];

/** S1: zones that share a process could pass anything to each other in memory, where no tap hears it. */
const boundaryInOneProcess: Departure = {
  title: 'The boundary between zones was judged in one process',
  detail:
    'The zones of each world ran in one process, where they could hand each other anything without a socket. What was heard at the boundary is no evidence here; with --processes each zone runs in a process of its own, and then it is.',
  cites: ['S1', 'I-11'],
};

/** How this run was made comes first: that can be changed on the command line. */
export const departuresOf = ({ processes = false }: Pick<RunOptions, 'processes'>): Departure[] => [
  ...(processes ? [] : [boundaryInOneProcess]),
  ...profileDepartures.map(({ title, detail, cites }) => ({ title, detail, cites: [...cites] })),
];
