/** The draft turns the rules upside down: the dry run says who would gain and who would lose, and that the guard would stop it; and everybody is where they were. */
import { arrives, dryRunSays, nothingIsDone, type RuledStaff, ruledStaff, scenario, watched } from '../../harness/scenario/index.ts';

export default scenario<object, RuledStaff>({
  proves: ['N-02', 'N-03'],
  needs: ['hr-feed'],
  honest: {},
  given: ruledStaff,
  act: async (world, _input, { admin, draft }) => {
    const inverted = world.automation.rules.now().map((rule) => ({ ...rule, when: { not: rule.when } }));
    return watched(world, admin, async () => {
      await draft(inverted);
      return admin.open('admin', '/group-rules/dry-run');
    });
  },
  expect: [arrives('admin'), nothingIsDone, dryRunSays({ gains: 12, loses: 12, guard: 'directory.mass-change.too-many-memberships-lost' })],
});
