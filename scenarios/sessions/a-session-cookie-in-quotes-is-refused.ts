/** Its value stands in quotation marks: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('in-quotes', { proves: ['I-08'], refusedWith: 'session.host.malformed' });
