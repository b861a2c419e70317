/** A house that really sends half of its people home: stopped, looked at, resumed, done. */
import { arrives, halfOfThePeople, imported, importedStaff, lookedAtHeld, scenario } from '../../harness/scenario/index.ts';

type People = { readonly active: number };
type Held = { readonly held: readonly { readonly id: string }[] };

export default scenario({
  proves: ['N-06', 'N-19'],
  needs: ['hr-feed'],
  honest: {},
  given: importedStaff,
  act: async (world, _input, admin) => {
    const active = async (): Promise<number> => ((await admin.readHub('/people')).body as People).active;
    const held = async (): Promise<Held['held']> => ((await admin.readHub('/held')).body as Held).held;
    const before = await active();
    await imported(world, admin, halfOfThePeople);
    const stopped = await active();
    const { outcome } = await admin.administer('held/resume', await lookedAtHeld(admin));
    const asItShould = stopped === before && (await active()) === before - 10 && (await held()).length === 0;
    return asItShould || outcome.kind !== 'ok' ? outcome : { kind: 'unknown', why: 'the number of active people is another one' };
  },
  expect: [arrives('admin')],
});
