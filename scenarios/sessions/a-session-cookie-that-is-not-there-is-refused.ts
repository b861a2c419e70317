/** No cookie is sent: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('that-is-not-there', { proves: ['I-08'], refusedWith: 'session.host.missing' });
