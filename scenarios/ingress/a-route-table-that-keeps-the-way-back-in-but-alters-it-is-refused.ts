/** The row of the break-glass login stands in the proposed table, but only those who are signed in may ask for it: those who need it are not. It is refused whole, and the last good table stays. Calibration: the table in force, proposed again. */
import { routeTableScenario } from '../../harness/scenario/index.ts';

export default routeTableScenario({
  refusedWith: 'ingress.route-table.admin-blocked',
  propose: (rows, { admin }) =>
    rows.map((row) => (row.host === admin && row.path === '/break-glass' ? { ...row, access: 'session' } : row)),
});
