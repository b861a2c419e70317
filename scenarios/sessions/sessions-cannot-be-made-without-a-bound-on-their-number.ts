/** Nobody may be signed in more often at once than the deployment bears. */
import { sessionLimitsScenario } from '../../harness/scenario/index.ts';

export default sessionLimitsScenario({ perPerson: '51' }, { refusedWith: 'session.settings.number-out-of-bounds' });
