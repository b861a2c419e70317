/** The last byte of its body does not come. CWE-400. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('whose-body-does-not-end', { proves: ['I-03'], refusedWith: 'edge.request.body-too-slow' });
