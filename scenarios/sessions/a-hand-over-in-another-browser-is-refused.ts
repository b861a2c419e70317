/** Somebody is sent the address with which another person would open their own session: in a browser that did not begin the way, it opens none, so nobody works in the session of an attacker without knowing. */
import { handOverScenario } from '../../harness/scenario/index.ts';

export default handOverScenario({ browser: 'of-somebody-else' }, { refusedWith: 'session.hand-over.of-another-browser' });
