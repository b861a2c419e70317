/** A row of a product is open to everybody in the proposed table, by one wrong word. It is refused whole, and the last good table stays. Calibration: the table in force, proposed again. */
import { routeTableScenario } from '../../harness/scenario/index.ts';

export default routeTableScenario({
  refusedWith: 'ingress.route-table.anonymous-by-accident',
  propose: (rows) => rows.map((row) => (row.path === '/api/issues' ? { ...row, access: 'anonymous' } : row)),
});
