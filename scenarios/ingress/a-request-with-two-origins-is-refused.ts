/** It names its origin twice. RFC 6454 §7.3. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-two-origins', { proves: ['I-04'], refusedWith: 'edge.request.header-repeated' });
