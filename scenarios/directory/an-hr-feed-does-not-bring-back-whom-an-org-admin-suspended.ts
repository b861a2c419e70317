/** Suspended by hand, and still in the feed of the next night as one of the house: stays out. */
import { arrives, counted, everybodyIsBack, imported, importedStaff, scenario } from '../../harness/scenario/index.ts';

type People = { readonly people: readonly { readonly subject: string; readonly userName?: string }[] };

export default scenario({
  proves: ['N-04', 'N-05', 'S10'],
  needs: ['hr-feed'],
  honest: {},
  given: importedStaff,
  act: async (world, _input, admin) => {
    const { people } = (await admin.readHub('/people')).body as People;
    const subject = people.find(({ userName }) => userName === 'hand-1')?.subject ?? '';
    const { outcome } = await admin.administer('people/suspend', { subject });
    if (outcome.kind !== 'ok') return { kind: 'unknown', why: 'nobody was suspended' };
    await counted(world, admin);
    const last = await imported(world, admin);
    await counted(world, admin);
    return last;
  },
  expect: [arrives('admin'), everybodyIsBack],
});
