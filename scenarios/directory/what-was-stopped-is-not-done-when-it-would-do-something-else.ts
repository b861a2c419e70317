/** Half of the people were stopped and looked at; before it is resumed, somebody of them is suspended by hand: another change than was looked at. Calibration: nothing happens in between. */
import { halfOfThePeople, imported, importedStaff, lookedAtHeld, refusedWith, scenario, type User } from '../../harness/scenario/index.ts';

type People = { readonly people: readonly { readonly subject: string; readonly userName?: string }[] };

export default scenario<{ between: 'nothing' | 'somebody is suspended' }, User>({
  proves: ['N-06', 'N-08'],
  needs: ['hr-feed'],
  honest: { between: 'nothing' },
  deviation: { between: 'somebody is suspended' },
  given: importedStaff,
  act: async (world, { between }, admin) => {
    await imported(world, admin, halfOfThePeople);
    const seen = await lookedAtHeld(admin);
    if (between === 'somebody is suspended') {
      const { people } = (await admin.readHub('/people')).body as People;
      const subject = people.find(({ userName }) => userName === 'hand-2')?.subject ?? '';
      await admin.administer('people/suspend', { subject });
    }
    return (await admin.administer('held/resume', seen)).outcome;
  },
  expect: [refusedWith('directory.held.other-than-shown')],
});
