/** An hour without use is the bound of this deployment, whoever asks for one second more. */
import { sessionLimitsScenario } from '../../harness/scenario/index.ts';

export default sessionLimitsScenario({ idleSeconds: '3601' }, { refusedWith: 'session.settings.idle-out-of-bounds' });
