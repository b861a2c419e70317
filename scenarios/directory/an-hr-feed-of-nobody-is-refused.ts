/** The header, and no line behind it. Calibration: everybody. */
import { hrFile, hrLines, imported, importedStaff, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ feed: 'as before' | 'nobody' }, Awaited<ReturnType<typeof importedStaff>>>({
  proves: ['N-06'],
  needs: ['hr-feed'],
  honest: { feed: 'as before' },
  deviation: { feed: 'nobody' },
  given: importedStaff,
  act: (world, { feed }, admin) => imported(world, admin, feed === 'as before' ? hrFile(hrLines()) : hrFile([])),
  expect: [refusedWith('directory.hr-feed.empty')],
});
