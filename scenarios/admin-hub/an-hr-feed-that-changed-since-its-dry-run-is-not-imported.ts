/** What somebody looked at is what is imported: the personnel system hands out another file meanwhile, and it is refused. Calibration: it hands out the same one. */
import { importedStaff, nothingIsDone, refusedWith, scenario, type User, watched } from '../../harness/scenario/index.ts';

export default scenario<{ meanwhile: 'the same file' | 'another file' }, User>({
  proves: ['N-06'],
  needs: ['hr-feed'],
  honest: { meanwhile: 'the same file' },
  deviation: { meanwhile: 'another file' },
  given: importedStaff,
  act: async (world, { meanwhile }, admin) => {
    const { shown } = (await admin.readHub('/hr-feed/dry-run')).body as { readonly shown: string };
    if (meanwhile === 'another file') world.automation.personnel.handOut((now) => ({ ...now, people: now.people.slice(1) }));
    return watched(world, admin, async () => (await admin.administer('hr-feed/import', { shown })).outcome);
  },
  expect: [refusedWith('directory.hr-feed.other-than-shown'), nothingIsDone],
});
