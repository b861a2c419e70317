/** A session that may wait longer than it lasts has only one limit and not two. */
import { sessionLimitsScenario } from '../../harness/scenario/index.ts';

export default sessionLimitsScenario({ absoluteSeconds: '1799' }, { refusedWith: 'session.settings.idle-beyond-absolute' });
