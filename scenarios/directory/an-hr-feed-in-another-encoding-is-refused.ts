/** A name in Latin-1, which is no UTF-8. Calibration: the same people in UTF-8. */
import { hrFile, hrLines, imported, importedStaff, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ feed: 'as before' | 'latin-1' }, Awaited<ReturnType<typeof importedStaff>>>({
  proves: ['N-06'],
  needs: ['hr-feed'],
  honest: { feed: 'as before' },
  deviation: { feed: 'latin-1' },
  given: importedStaff,
  act: (world, { feed }, admin) =>
    imported(
      world,
      admin,
      feed === 'as before' ? hrFile(hrLines()) : Buffer.from(hrFile(hrLines(() => ({ display_name: 'Jürgen' }))), 'latin1'),
    ),
  expect: [refusedWith('directory.hr-feed.not-utf8')],
});
