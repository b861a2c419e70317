/** An attacker chose its value before the sign-in: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('that-was-planted', { proves: ['I-08'], refusedWith: 'session.host.unknown' });
