/** Somebody begins tomorrow: the import one second before midnight makes nobody, and the same file makes them a second later. */
import { activePeopleBecome, arrives, importedAroundMidnight, importedStaff, scenario } from '../../harness/scenario/index.ts';

const newcomer = { employee_id: 'e-21', user_name: 'hand-21', email: 'hand-21@acme.test', display_name: 'Hand 21' };

export default scenario({
  proves: ['N-06'],
  needs: ['hr-feed', 'clock'],
  honest: {},
  given: importedStaff,
  act: (world) =>
    importedAroundMidnight(world, (people, nextDay) => [
      ...people,
      { ...newcomer, department: 'Assembly', title: 'Fitter', status: 'active', start_date: nextDay },
    ]),
  expect: [arrives('admin'), activePeopleBecome(0, 1)],
});
