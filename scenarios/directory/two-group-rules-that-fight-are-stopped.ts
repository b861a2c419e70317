/** Of two rules for one group the one that takes everybody out comes first, and would decide. Calibration: it stands behind the other one, which then decides. */
import { rulesFight } from '../../harness/faults/index.ts';
import { rulesFaultIsRefused } from '../../harness/scenario/index.ts';

export default rulesFaultIsRefused(rulesFight, { proves: ['N-02', 'N-03'], refusedWith: 'directory.mass-change.group-emptied' });
