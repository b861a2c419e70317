/** Everybody is marked as terminated, as by a wrong default. Calibration: everybody is active. */
import { hrFile, hrLines, imported, importedStaff, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ feed: 'as before' | 'terminated' }, Awaited<ReturnType<typeof importedStaff>>>({
  proves: ['N-06', 'N-04'],
  needs: ['hr-feed'],
  honest: { feed: 'as before' },
  deviation: { feed: 'terminated' },
  given: importedStaff,
  act: (world, { feed }, admin) =>
    imported(world, admin, feed === 'as before' ? hrFile(hrLines()) : hrFile(hrLines(() => ({ status: 'terminated' })))),
  expect: [refusedWith('directory.mass-change.too-many-suspended')],
});
