/** It says its length twice. RFC 9110 §8.6. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-one-length-twice', { proves: ['I-03'], refusedWith: 'edge.request.malformed' });
