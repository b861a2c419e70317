/** Half of the people would have been sent home: stopped, thrown away, and nobody can have it done any more. Calibration: what was stopped is resumed at once. */
import {
  counted,
  everybodyIsBack,
  halfOfThePeople,
  imported,
  importedStaff,
  lookedAtHeld,
  refusedWith,
  scenario,
} from '../../harness/scenario/index.ts';

export default scenario<{ before: 'nothing' | 'thrown away' }, Awaited<ReturnType<typeof importedStaff>>>({
  proves: ['N-06', 'N-19'],
  needs: ['hr-feed'],
  honest: { before: 'nothing' },
  deviation: { before: 'thrown away' },
  given: importedStaff,
  act: async (world, { before }, admin) => {
    await counted(world, admin);
    await imported(world, admin, halfOfThePeople);
    const { id, shown } = await lookedAtHeld(admin);
    if (before === 'thrown away') await admin.administer('held/discard', { id });
    const { outcome } = await admin.administer('held/resume', { id, shown });
    await counted(world, admin);
    return outcome;
  },
  expect: [refusedWith('directory.administration.not-found'), everybodyIsBack],
});
