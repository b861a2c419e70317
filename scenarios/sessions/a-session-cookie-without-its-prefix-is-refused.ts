/** Its name has no prefix, so that any sibling host may have set it: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('without-its-prefix', { proves: ['I-08', 'S3'], refusedWith: 'session.host.missing' });
