/** Whoever follows the issues hears of each new one that they may see: of another person's private one not even that there is one. */
import { arrives, heardWhile, readerOf, scenario } from '../../harness/scenario/index.ts';

export default scenario({
  proves: ['I-10', 'M-01'],
  honest: {},
  act: async (world) => heardWhile({ opener: await readerOf(world, 'uma'), follower: await readerOf(world, 'nils') }),
  expect: [arrives('tracker')],
});
