/** A house that really sends half of its people home: stopped, looked at, resumed, done. */
import { arrives, imported, importedStaff, scenario } from '../../harness/scenario/index.ts';

type Overview = { readonly active: number; readonly held: readonly { readonly id: string }[] };

export default scenario({
  proves: ['N-06', 'N-19'],
  needs: ['hr-feed'],
  honest: {},
  given: importedStaff,
  act: async (world, _input, admin) => {
    const before = (await admin.administer('held')).body as Overview;
    await imported(world, admin, (now) => ({ ...now, people: now.people.filter((_, at) => at % 2 === 0) }));
    const stopped = (await admin.administer('held')).body as Overview;
    const { outcome } = await admin.administer('held', { do: 'resume', id: stopped.held[0]?.id ?? '' });
    const after = (await admin.administer('held')).body as Overview;
    const asItShould = stopped.active === before.active && after.active === before.active - 10 && after.held.length === 0;
    return asItShould || outcome.kind !== 'ok' ? outcome : { kind: 'unknown', why: 'the number of active people is another one' };
  },
  expect: [arrives('admin')],
});
