/** A code for the tracker opens no session with the wiki. */
import { handOverScenario } from '../../harness/scenario/index.ts';

export default handOverScenario({ to: 'wiki' }, { refusedWith: 'session.hand-over.of-another-host' });
