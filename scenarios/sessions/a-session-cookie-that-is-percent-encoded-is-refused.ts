/** Its first character is percent-encoded: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('that-is-percent-encoded', { proves: ['I-08'], refusedWith: 'session.host.malformed' });
