/** It changes something, and names no origin. Fetch §3.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('without-an-origin', { proves: ['S4'], refusedWith: 'ingress.request.origin-foreign' });
