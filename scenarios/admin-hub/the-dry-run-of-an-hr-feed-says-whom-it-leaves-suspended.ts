/** Suspended by hand, and in the feed as one of the house: whoever looks before the import reads that the feed will not let them in. */
import { arrives, dryRunLeavesSuspended, importedStaff, scenario } from '../../harness/scenario/index.ts';

type People = { readonly people: readonly { readonly subject: string; readonly userName?: string }[] };

export default scenario({
  proves: ['N-04', 'N-06'],
  needs: ['hr-feed'],
  honest: {},
  given: importedStaff,
  act: async (_world, _input, admin) => {
    const { people } = (await admin.readHub('/people')).body as People;
    const subject = people.find(({ userName }) => userName === 'hand-1')?.subject ?? '';
    return (await admin.administer('people/suspend', { subject })).outcome;
  },
  expect: [arrives('admin'), dryRunLeavesSuspended('hand-1', 'by-hand')],
});
