/** A row comes twice in the proposed table, and nobody can say which one counts. It is refused whole, and the last good table stays. Calibration: the table in force, proposed again. */
import { routeTableScenario } from '../../harness/scenario/index.ts';

export default routeTableScenario({
  refusedWith: 'ingress.route-table.duplicate',
  propose: (rows, { row }) => [...rows, row],
});
