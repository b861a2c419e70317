/** Its cookies come in two headers. RFC 6265 §5.4. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-two-cookie-headers', { proves: ['I-04'], refusedWith: 'edge.request.header-repeated' });
