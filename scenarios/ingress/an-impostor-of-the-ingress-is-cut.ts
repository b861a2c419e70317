/** Somebody has a certificate that names the right role, from an authority of his own with the right name. Calibration: whoever the listener is for. */
import { type Guise, operationsOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ as: Guise }>({
  proves: ['S2', 'I-04'],
  needs: ['operations'],
  honest: { as: { role: 'ingress' } },
  deviation: { as: 'impostor' },
  act: (world, { as }) => operationsOf(world).knock({ at: 'admin-hub', accepts: 'ingress' }, as),
  expect: [refusedWith('workload.connection.no-certificate-of-ours')],
});
