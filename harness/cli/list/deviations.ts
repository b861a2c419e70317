/** The named departures from honest artefacts that the fakes can make, as `list` shows them. */
import { listedDeviations } from '../../deviations/index.ts';

export const deviations = listedDeviations.map(({ key: _key, table: _table, ...listed }) => listed);
