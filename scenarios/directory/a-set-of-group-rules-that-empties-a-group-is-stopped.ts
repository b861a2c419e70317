/** The only rule of a group is gone from the set. Calibration: it is still in it. */
import { foundryRule, type RuledStaff, refusedWith, ruledStaff, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ rules: 'one' | 'none' }, RuledStaff>({
  proves: ['N-03', 'N-08'],
  needs: ['hr-feed'],
  honest: { rules: 'one' },
  deviation: { rules: 'none' },
  given: ruledStaff,
  act: (_world, { rules }, { group, activate }) => activate(rules === 'one' ? [foundryRule(group)] : []),
  expect: [refusedWith('directory.mass-change.group-emptied')],
});
