/** It changes something, and comes from another origin. RFC 6454 §7. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('from-another-origin', { proves: ['S4'], refusedWith: 'ingress.request.origin-foreign' });
