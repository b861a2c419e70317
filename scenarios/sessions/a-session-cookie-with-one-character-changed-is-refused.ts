/** One character of its value is another one: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('with-one-character-changed', { proves: ['I-08'], refusedWith: 'session.host.unknown' });
