/** It changes something, and a browser says that another site of the same domain began it. Fetch Metadata §2.3. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('from-another-site', { proves: ['S4'], refusedWith: 'ingress.request.fetch-site-foreign' });
