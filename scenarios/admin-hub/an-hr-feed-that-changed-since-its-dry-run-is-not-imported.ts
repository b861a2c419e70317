/** What somebody looked at is what is imported: the personnel system hands out another file meanwhile, and it is refused. Calibration: it hands out the same one. */
import { importedStaff, refusedWith, scenario, type User } from '../../harness/scenario/index.ts';

export default scenario<{ meanwhile: 'the same file' | 'another file' }, User>({
  proves: ['N-06'],
  needs: ['hr-feed'],
  honest: { meanwhile: 'the same file' },
  deviation: { meanwhile: 'another file' },
  given: importedStaff,
  act: async ({ automation }, { meanwhile }, admin) => {
    const { shown } = (await admin.readHub('/hr-feed/dry-run')).body as { readonly shown: string };
    if (meanwhile === 'another file') automation.personnel.handOut((now) => ({ ...now, people: now.people.slice(1) }));
    return (await admin.administer('hr-feed/import', { shown })).outcome;
  },
  expect: [refusedWith('directory.hr-feed.other-than-shown')],
});
