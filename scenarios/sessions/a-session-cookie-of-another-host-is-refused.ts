/** Its value is that of the same person's session with AdminHub: it opens nothing. */
import { cookieScenario } from '../../harness/scenario/index.ts';

export default cookieScenario('of-another-host', { proves: ['I-08', 'S7'], refusedWith: 'session.host.of-another-host' });
