/** Two rows of the proposed table match one path, each in another segment. It is refused whole, and the last good table stays. Calibration: the table in force, proposed again. */
import { routeTableScenario } from '../../harness/scenario/index.ts';

export default routeTableScenario({
  refusedWith: 'ingress.route-table.ambiguous',
  propose: (rows, { row }) => [...rows, { ...row, path: '/a/:id/x' }, { ...row, path: '/a/b/:name' }],
});
