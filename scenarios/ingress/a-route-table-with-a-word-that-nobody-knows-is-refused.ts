/** A row of the proposed table has a key that is spelt wrong. It is refused whole, and the last good table stays. Calibration: the table in force, proposed again. */
import { routeTableScenario } from '../../harness/scenario/index.ts';

export default routeTableScenario({
  refusedWith: 'ingress.route-table.malformed',
  propose: (rows, { row }) => [...rows, { ...row, path: '/new', acess: 'anonymous' }],
});
