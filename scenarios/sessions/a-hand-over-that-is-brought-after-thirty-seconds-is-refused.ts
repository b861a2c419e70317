/** A code that lay around for half a minute opens nothing. Calibration: at once. */
import { handOverScenario } from '../../harness/scenario/index.ts';

export default handOverScenario({ afterSeconds: 30 }, { refusedWith: 'session.hand-over.code-expired' });
