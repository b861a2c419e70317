/** Somebody inside the network connects to a product without any certificate. Calibration: whoever the listener is for. */
import { type Guise, operationsOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: Guise }>({
  proves: ['S2', 'I-09'],
  needs: ['operations'],
  honest: { as: { role: 'ingress' } },
  deviation: { as: 'nobody' },
  act: (world, { as }) => operationsOf(world).knock({ at: 'tracker', accepts: 'ingress' }, as),
  expect: [refusedWith('workload.connection.no-certificate-of-ours')],
});
