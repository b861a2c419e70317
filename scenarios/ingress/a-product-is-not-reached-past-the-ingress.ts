/** The edge connects to a product, with its own good certificate, past everything that the ingress judges. Calibration: whoever the listener is for. */
import { type Guise, operationsOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: Guise }>({
  proves: ['S2', 'I-09'],
  needs: ['operations'],
  honest: { as: { role: 'ingress' } },
  deviation: { as: { role: 'edge' } },
  act: (world, { as }) => operationsOf(world).knock({ at: 'tracker', accepts: 'ingress' }, as),
  expect: [refusedWith('workload.connection.another-role')],
});
