/** A percent sign of its path is followed by no number. RFC 3986 §2.1. */
import { requestScenario } from '../../harness/scenario/index.ts';

export default requestScenario('with-a-broken-encoding', { proves: ['I-10'], refusedWith: 'ingress.request.target-percent-encoded' });
