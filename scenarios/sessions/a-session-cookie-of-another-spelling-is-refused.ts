/** Its prefix is spelled in small letters, which old browsers let any sibling set: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('of-another-spelling', { proves: ['I-08', 'S3'], refusedWith: 'session.host.missing' });
