/** A part of the cloud connects to the ingress itself, with its own good certificate, so that nobody notes where a request comes from. Calibration: whoever the listener is for. */
import { type Guise, operationsOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: Guise }>({
  proves: ['S2', 'I-03'],
  needs: ['operations'],
  honest: { as: { role: 'edge' } },
  deviation: { as: { role: 'tracker' } },
  act: (world, { as }) => operationsOf(world).knock({ at: 'ingress', accepts: 'edge' }, as),
  expect: [refusedWith('workload.connection.another-role')],
});
