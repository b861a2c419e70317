/** Twenty-four hours are the bound of this deployment (NIST SP 800-63B-4 §2.2.3), whoever asks for one second more. */
import { sessionLimitsScenario } from '../../harness/scenario/index.ts';

export default sessionLimitsScenario({ absoluteSeconds: '86401' }, { refusedWith: 'session.settings.absolute-out-of-bounds' });
