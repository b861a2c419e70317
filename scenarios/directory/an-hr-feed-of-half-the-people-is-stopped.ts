/** The personnel system hands out half of its people, as after a broken export. Calibration: all of them. */
import { hrFile, hrLines, imported, importedStaff, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ feed: 'as before' | 'half' }, Awaited<ReturnType<typeof importedStaff>>>({
  proves: ['N-06', 'N-08'],
  needs: ['hr-feed'],
  honest: { feed: 'as before' },
  deviation: { feed: 'half' },
  given: importedStaff,
  act: (world, { feed }, admin) =>
    imported(world, admin, feed === 'as before' ? hrFile(hrLines()) : hrFile(hrLines((index) => (index % 2 === 0 ? {} : undefined)))),
  expect: [refusedWith('directory.mass-change.too-many-suspended')],
});
