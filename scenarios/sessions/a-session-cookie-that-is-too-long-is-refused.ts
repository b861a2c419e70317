/** Its value is four thousand characters long: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('that-is-too-long', { proves: ['I-08'], refusedWith: 'session.host.malformed' });
