/** Another service of the cloud connects to the authentication service, which would tell it who anybody is. Calibration: whoever the listener is for. */
import { type Guise, operationsOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: Guise }>({
  proves: ['S2', 'I-04'],
  needs: ['operations'],
  honest: { as: { role: 'ingress' } },
  deviation: { as: { role: 'admin-hub' } },
  act: (world, { as }) => operationsOf(world).knock({ at: 'authentication-service', accepts: 'ingress' }, as),
  expect: [refusedWith('workload.connection.another-role')],
});
