/** It says that it is compressed for the transfer. RFC 9112 §7.2. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-is-compressed-for-the-transfer', { proves: ['I-03'], refusedWith: 'edge.request.coding-not-served' });
