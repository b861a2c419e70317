/** Somebody stands where the ingress stands and shows AdminHub a context of an org admin, of another cloud. Calibration: the same person of this cloud. */
import { adminHubContext, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ contextToken: 'honest' | 'of-another-cloud' }>({
  proves: ['I-01', 'S10', 'M-10'],
  needs: ['inside'],
  hands: 'wire',
  honest: { contextToken: 'honest' },
  deviation: { contextToken: 'of-another-cloud' },
  act: async (world, { contextToken }) => world.actors.insider().handContexts(await adminHubContext(world, contextToken), 'admin-hub'),
  expect: [refusedWith('admin-hub.uct.cloud-other')],
});
