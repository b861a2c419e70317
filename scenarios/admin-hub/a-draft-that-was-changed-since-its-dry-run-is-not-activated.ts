/** What somebody looked at is what comes into force: another draft that was saved meanwhile does not. Calibration: nobody saves another one. */
import { nothingIsDone, type RuledStaff, refusedWith, ruledStaff, scenario, watched } from '../../harness/scenario/index.ts';

export default scenario<{ meanwhile: 'nothing' | 'another draft' }, RuledStaff>({
  proves: ['N-02'],
  needs: ['hr-feed'],
  honest: { meanwhile: 'nothing' },
  deviation: { meanwhile: 'another draft' },
  given: ruledStaff,
  act: async (world, { meanwhile }, { admin, draft }) => {
    const rules = world.automation.rules.now();
    await draft(rules);
    const { draft: looked } = (await admin.readHub('/group-rules/dry-run')).body as { readonly draft: string };
    if (meanwhile === 'another draft') await draft(rules.slice(0, 1));
    return watched(world, admin, async () => (await admin.administer('group-rules/activate', { draft: looked })).outcome);
  },
  expect: [refusedWith('directory.group-rules.draft-changed'), nothingIsDone],
});
