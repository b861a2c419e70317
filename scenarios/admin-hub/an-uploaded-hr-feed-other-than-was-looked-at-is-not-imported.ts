/** Somebody looked at what an uploaded file would do, and another org admin uploads another one before it is imported. Calibration: the same file again. */
import {
  feedFile,
  importedStaff,
  importUploaded,
  nothingIsDone,
  refusedWith,
  scenario,
  type User,
  uploadedAndLookedAt,
  watched,
} from '../../harness/scenario/index.ts';

export default scenario<{ meanwhile: 'the same file' | 'another file' }, User>({
  proves: ['N-06'],
  needs: ['hr-feed'],
  honest: { meanwhile: 'the same file' },
  deviation: { meanwhile: 'another file' },
  given: importedStaff,
  act: async (world, { meanwhile }, admin) => {
    const shown = await uploadedAndLookedAt(admin, feedFile(world));
    await uploadedAndLookedAt(
      admin,
      feedFile(world, (now) => (meanwhile === 'the same file' ? now : { ...now, people: now.people.slice(1) })),
    );
    return watched(world, admin, () => importUploaded(admin, shown));
  },
  expect: [refusedWith('directory.hr-feed.other-than-shown'), nothingIsDone],
});
