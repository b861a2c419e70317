/** Hundreds of places are knocked at from outside, without a session: what the table does not list is refused as such, and what it lists opens only where anybody may ask. */
import { arrivesNowhere, judgedByTable, operationsOf, placesToKnockAt, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['M-05', 'M-06', 'C-08', 'S25'],
  needs: ['operations'],
  honest: {},
  act: async (world) => {
    const routes = await operationsOf(world).routes();
    return world.actors.visitor().sweep(placesToKnockAt(world, routes), judgedByTable(world, routes));
  },
  expect: [arrivesNowhere],
});
