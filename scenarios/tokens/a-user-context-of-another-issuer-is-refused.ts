/** Its issuer is the authentication service of another cloud: the tracker shows nothing for it. */
import { contextTokenScenario } from '../../harness/scenario/index.ts';

export default contextTokenScenario('of-another-issuer', { proves: ['I-09', 'I-01'], refusedWith: 'tracker.uct.issuer-unknown' });
