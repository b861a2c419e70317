/** The name of a header holds what no name does. RFC 9110 §5.6.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-name-that-is-no-name', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
