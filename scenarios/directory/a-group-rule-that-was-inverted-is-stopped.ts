/** The rule means everybody but those whom it should. Calibration: the rule as it is in force. */
import { foundryRule, inFoundry, type RuledStaff, refusedWith, ruledStaff, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ rule: 'as before' | 'inverted' }, RuledStaff>({
  proves: ['N-02', 'N-03'],
  needs: ['hr-feed'],
  honest: { rule: 'as before' },
  deviation: { rule: 'inverted' },
  given: ruledStaff,
  act: (_world, { rule }, { group, activate }) => activate([foundryRule(group, rule === 'inverted' ? { when: { not: inFoundry } } : {})]),
  expect: [refusedWith('directory.mass-change.too-many-memberships-lost')],
});
