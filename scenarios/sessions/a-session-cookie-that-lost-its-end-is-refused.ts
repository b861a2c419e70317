/** The last character of its value is gone: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('that-lost-its-end', { proves: ['I-08'], refusedWith: 'session.host.malformed' });
