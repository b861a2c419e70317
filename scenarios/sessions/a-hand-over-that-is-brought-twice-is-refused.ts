/** Going back in the browser, or a log that somebody reads: the address that opened the session opens none a second time. */
import { handOverScenario } from '../../harness/scenario/index.ts';

export default handOverScenario({ times: 2 }, { refusedWith: 'session.hand-over.code-unknown' });
