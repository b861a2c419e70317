/** What is no whole number is no limit, and is not taken for none. */
import { sessionLimitsScenario } from '../../harness/scenario/index.ts';

export default sessionLimitsScenario({ absoluteSeconds: 'for ever' }, { refusedWith: 'session.settings.not-a-whole-number' });
