/** Its value is that of the single sign-on, of which every session is a child: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('of-the-sign-in-host', { proves: ['I-08', 'S7'], refusedWith: 'session.host.unknown' });
