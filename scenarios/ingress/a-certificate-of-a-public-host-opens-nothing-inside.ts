/** Somebody who has the key of a public host connects to a service inside. Calibration: whoever the listener is for. */
import { type Guise, operationsOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: Guise }>({
  proves: ['S2', 'I-04'],
  needs: ['operations'],
  honest: { as: { role: 'ingress' } },
  deviation: { as: 'host' },
  act: (world, { as }) => operationsOf(world).knock({ at: 'break-glass', accepts: 'ingress' }, as),
  expect: [refusedWith('workload.connection.no-certificate-of-ours')],
});
