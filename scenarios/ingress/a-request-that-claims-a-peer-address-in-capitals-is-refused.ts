/** It says from which address it comes, in capitals. RFC 9110 §5.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('that-claims-a-peer-address-in-capitals', { proves: ['I-04'], refusedWith: 'edge.request.internal-header' });
