/** A product would read the cookies of a session in the proposed table, and set some. It is refused whole, and the last good table stays. Calibration: the table in force, proposed again. */
import { routeTableScenario } from '../../harness/scenario/index.ts';

export default routeTableScenario({
  refusedWith: 'ingress.route-table.cookies-by-accident',
  propose: (rows, { row }) => [...rows, { ...row, path: '/with-cookies', ownsCookies: true }],
});
