/** Half a feed was stopped, and its e-mail domain was removed since: it is done by nobody, and the list of stopped changes says why, with a button beside it. Calibration: the domain is there. */
import {
  discardedFromTheList,
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

const code = 'directory.hr-feed.email-domain-not-verified';

export default scenario<{ domain: 'there' | 'removed' }, User>({
  proves: ['M-11', 'N-06', 'N-19'],
  needs: ['hr-feed'],
  honest: { domain: 'there' },
  deviation: { domain: 'removed' },
  given: importedStaff,
  act: async (world, { domain }, admin) => {
    await imported(world, admin, halfOfThePeople);
    const seen = await lookedAtHeld(admin);
    if (domain === 'removed') await admin.administer('domains/remove', { domain: 'acme.test' });
    return watched(world, admin, async () => (await admin.administer('held/resume', seen)).outcome);
  },
  expect: [refusedWith(code), nothingIsDone, discardedFromTheList(code)],
});
