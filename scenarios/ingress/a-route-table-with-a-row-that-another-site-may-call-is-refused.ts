/** A row of a product is exempt from the rules about other sites in the proposed table, by one word too many. It is refused whole, and the last good table stays. Calibration: the table in force, proposed again. */
import { routeTableScenario } from '../../harness/scenario/index.ts';

export default routeTableScenario({
  refusedWith: 'ingress.route-table.cross-site-by-accident',
  propose: (rows, { row }) => [...rows, { ...row, method: 'POST', path: '/from-elsewhere', calledCrossSite: true }],
});
