/** It says twice of which type its body is. RFC 9110 §5.3. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-two-content-types', { proves: ['I-04'], refusedWith: 'edge.request.header-repeated' });
