/** The code of one hand-over does not go with the state of another, although both are good and of one person. */
import { handOverScenario } from '../../harness/scenario/index.ts';

export default handOverScenario({ state: 'of-another-hand-over' }, { refusedWith: 'session.hand-over.of-another-state' });
