/** The same employee id on two lines: nobody can say which one counts. Calibration: each once. */
import { hrFile, hrLines, imported, importedStaff, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ feed: 'as before' | 'twice' }, Awaited<ReturnType<typeof importedStaff>>>({
  proves: ['N-06'],
  needs: ['hr-feed'],
  honest: { feed: 'as before' },
  deviation: { feed: 'twice' },
  given: importedStaff,
  act: (world, { feed }, admin) =>
    imported(world, admin, feed === 'as before' ? hrFile(hrLines()) : hrFile([...hrLines(), ...hrLines().slice(0, 1)])),
  expect: [refusedWith('directory.hr-feed.person-repeated')],
});
