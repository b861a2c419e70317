/** Its value is the hash by which the store knows it: a stolen store: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('that-is-its-own-hash', { proves: ['I-08'], refusedWith: 'session.host.unknown' });
