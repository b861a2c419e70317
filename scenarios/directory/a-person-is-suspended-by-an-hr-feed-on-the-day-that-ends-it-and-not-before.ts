/** Somebody is marked as terminated, from tomorrow on: they stay until midnight, and the same file suspends them a second later. */
import { activePeopleBecome, arrives, importedAroundMidnight, importedStaff, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['N-06', 'N-04'],
  needs: ['hr-feed', 'clock'],
  honest: {},
  given: importedStaff,
  act: (world) =>
    importedAroundMidnight(world, (people, nextDay) =>
      people.map((person) => (person.user_name === 'hand-1' ? { ...person, status: 'terminated', end_date: nextDay } : person)),
    ),
  expect: [arrives('admin'), activePeopleBecome(0, -1)],
});
