/** The only rule of a group is gone from the set. Calibration: it is still in it. */
import { rulesMissing } from '../../harness/faults/index.ts';
import { rulesFaultIsRefused } from '../../harness/scenario/index.ts';

export default rulesFaultIsRefused(rulesMissing, { proves: ['N-03', 'N-08'], refusedWith: 'directory.mass-change.group-emptied' });
