/** It has two headers with credentials. CVE-2021-32777. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-two-credentials', { proves: ['I-04'], refusedWith: 'edge.request.header-repeated' });
