/** The guard stopped half a feed, an org admin threw it away, and somebody else resumes it from a page that was open. Calibration: nobody threw it away. */
import {
  halfOfThePeople,
  imported,
  importedStaff,
  lookedAtHeld,
  nothingIsDone,
  refusedWith,
  scenario,
  type User,
  watched,
} from '../../harness/scenario/index.ts';

export default scenario<{ discarded: 'no' | 'yes' }, User>({
  proves: ['N-06', 'N-19'],
  needs: ['hr-feed'],
  honest: { discarded: 'no' },
  deviation: { discarded: 'yes' },
  given: importedStaff,
  act: async (world, { discarded }, admin) => {
    await imported(world, admin, halfOfThePeople);
    const { id, shown } = await lookedAtHeld(admin);
    return watched(world, admin, async () => {
      if (discarded === 'yes') await admin.administer('held/discard', { id });
      return (await admin.administer('held/resume', { id, shown })).outcome;
    });
  },
  expect: [refusedWith('directory.administration.not-found'), nothingIsDone],
});
