/** A row of the proposed table streams the answer of a post. It is refused whole, and the last good table stays. Calibration: the table in force, proposed again. */
import { routeTableScenario } from '../../harness/scenario/index.ts';

export default routeTableScenario({
  refusedWith: 'ingress.route-table.stream-not-possible',
  propose: (rows, { row }) => [...rows, { ...row, method: 'POST', path: '/new', streams: true }],
});
