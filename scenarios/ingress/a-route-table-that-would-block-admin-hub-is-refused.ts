/** Every row of AdminHub's host is gone from the proposed table: nobody could repair anything any more. It is refused whole, and the last good table stays. Calibration: the table in force, proposed again. */
import { routeTableScenario } from '../../harness/scenario/index.ts';

export default routeTableScenario({
  refusedWith: 'ingress.route-table.admin-blocked',
  propose: (rows, { admin }) => rows.filter(({ host }) => host !== admin),
});
