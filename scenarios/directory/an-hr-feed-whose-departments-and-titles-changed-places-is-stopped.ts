/** The header is right, and what stands below it is not: department and title of everybody are swapped. Calibration: the same people. */
import { hrFile, hrLines, imported, importedStaff, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ feed: 'as before' | 'swapped' }, Awaited<ReturnType<typeof importedStaff>>>({
  proves: ['N-06', 'N-05'],
  needs: ['hr-feed'],
  honest: { feed: 'as before' },
  deviation: { feed: 'swapped' },
  given: importedStaff,
  act: (world, { feed }, admin) =>
    imported(
      world,
      admin,
      feed === 'as before'
        ? hrFile(hrLines())
        : hrFile(hrLines((index) => ({ department: 'Fitter', title: index <= 12 ? 'Foundry' : 'Assembly' }))),
    ),
  expect: [refusedWith('directory.mass-change.too-many-changed')],
});
