/** An org admin uploads a file that has half of the people only, and imports it although the dry run warned. Calibration: a file with all of them. */
import {
  feedFile,
  halfOfThePeople,
  importedStaff,
  importUploaded,
  nothingIsDone,
  refusedWith,
  rosterIsTold,
  scenario,
  type User,
  uploadedAndLookedAt,
  watched,
} from '../../harness/scenario/index.ts';

export default scenario<{ file: 'whole' | 'half' }, User>({
  proves: ['N-06'],
  needs: ['hr-feed', 'mailbox'],
  honest: { file: 'whole' },
  deviation: { file: 'half' },
  given: importedStaff,
  act: (world, { file }, admin) =>
    watched(world, admin, async () => {
      const people = feedFile(world, (now) => (file === 'whole' ? now : halfOfThePeople(now)));
      return importUploaded(admin, await uploadedAndLookedAt(admin, people));
    }),
  expect: [refusedWith('directory.mass-change.too-many-suspended'), nothingIsDone, rosterIsTold('An import of the HR feed was stopped')],
});
