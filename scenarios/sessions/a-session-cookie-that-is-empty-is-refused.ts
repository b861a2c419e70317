/** Its value is empty: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('that-is-empty', { proves: ['I-08'], refusedWith: 'session.host.malformed' });
