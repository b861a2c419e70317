/** Its prefix allows a domain, so that a sibling host may have set it: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('of-the-weaker-prefix', { proves: ['I-08', 'S3'], refusedWith: 'session.host.missing' });
