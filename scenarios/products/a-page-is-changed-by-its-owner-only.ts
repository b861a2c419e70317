/** A page that everybody may read is changed by its owner, and by nobody else who sends what the owner's form would send. */
import { pageBy, readerOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ writer: 'uma' | 'nils' }, string>({
  proves: ['I-10'],
  honest: { writer: 'uma' },
  deviation: { writer: 'nils' },
  given: (world) => pageBy(world, 'uma', 'all'),
  act: async (world, { writer }, path) => (await readerOf(world, writer)).changePage(path),
  expect: [refusedWith('wiki.page.not-yours')],
});
