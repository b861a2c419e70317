/** Departments come in small letters, and the rule of a group compares exactly: it would lose everybody. Calibration: they are spelled as ever. */
import { feedCaseChanged } from '../../harness/faults/index.ts';
import { feedFaultIsRefused } from '../../harness/scenario/index.ts';

export default feedFaultIsRefused(feedCaseChanged, {
  proves: ['N-05', 'N-03'],
  refusedWith: 'directory.mass-change.group-emptied',
  given: 'a rule in force',
});
