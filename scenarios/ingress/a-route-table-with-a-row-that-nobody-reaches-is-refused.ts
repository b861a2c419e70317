/** No path that is ever taken matches a row of the proposed table. It is refused whole, and the last good table stays. Calibration: the table in force, proposed again. */
import { routeTableScenario } from '../../harness/scenario/index.ts';

export default routeTableScenario({
  refusedWith: 'ingress.route-table.unreachable',
  propose: (rows, { row }) => [...rows, { ...row, path: '/issues/../admin' }],
});
