/** Half a feed was stopped, and the right one was imported since: the old wish is done by nobody. Calibration: no other feed came. */
import {
  counted,
  everybodyIsBack,
  halfOfThePeople,
  imported,
  importedStaff,
  lookedAtHeld,
  refusedWith,
  scenario,
  type User,
} from '../../harness/scenario/index.ts';

export default scenario<{ since: 'nothing' | 'the right feed' }, User>({
  proves: ['N-06', 'N-19'],
  needs: ['hr-feed'],
  honest: { since: 'nothing' },
  deviation: { since: 'the right feed' },
  given: importedStaff,
  act: async (world, { since }, admin) => {
    await counted(world, admin);
    await imported(world, admin, halfOfThePeople);
    if (since === 'the right feed') await imported(world, admin);
    const { outcome } = await admin.administer('held/resume', await lookedAtHeld(admin));
    await counted(world, admin);
    return outcome;
  },
  expect: [refusedWith('directory.held.outdated'), everybodyIsBack],
});
