/** A new rule before the old one takes everybody out whom the old one puts in. Calibration: it stands behind the old one, which then decides. */
import { foundryRule, inFoundry, type RuledStaff, refusedWith, ruledStaff, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ stands: 'behind' | 'before' }, RuledStaff>({
  proves: ['N-02', 'N-03'],
  needs: ['hr-feed'],
  honest: { stands: 'behind' },
  deviation: { stands: 'before' },
  given: ruledStaff,
  act: (_world, { stands }, { group, activate }) => {
    const other = { name: 'nobody', when: inFoundry, remove: [group] };
    return activate(stands === 'behind' ? [foundryRule(group), other] : [other, foundryRule(group)]);
  },
  expect: [refusedWith('directory.mass-change.group-emptied')],
});
