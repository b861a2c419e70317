/** The same good one stands there twice: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('that-is-there-twice', { proves: ['I-08'], refusedWith: 'session.host.missing' });
