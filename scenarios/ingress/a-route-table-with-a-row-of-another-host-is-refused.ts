/** The proposed table has a row for a host of another cloud. It is refused whole, and the last good table stays. Calibration: the table in force, proposed again. */
import { routeTableScenario } from '../../harness/scenario/index.ts';

export default routeTableScenario({
  refusedWith: 'ingress.route-table.host-unknown',
  propose: (rows, { row }) => [...rows, { ...row, host: 'tracker.initech.isolated.test' }],
});
