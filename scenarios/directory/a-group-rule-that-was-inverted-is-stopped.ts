/** The rule means everybody but those whom it should. Calibration: the rule as it is in force. */
import { rulesInverted } from '../../harness/faults/index.ts';
import { rulesFaultIsRefused } from '../../harness/scenario/index.ts';

export default rulesFaultIsRefused(rulesInverted, {
  proves: ['N-02', 'N-03'],
  refusedWith: 'directory.mass-change.too-many-memberships-lost',
});
