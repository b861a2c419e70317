/** A page that its owner keeps private is refused to everybody else, whatever they know of its address. Its owner reads it. */
import { pageBy, readerOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ reader: 'uma' | 'nils' }, string>({
  proves: ['I-10'],
  honest: { reader: 'uma' },
  deviation: { reader: 'nils' },
  given: (world) => pageBy(world, 'uma', 'private'),
  act: async (world, { reader }, path) => (await readerOf(world, reader)).readPage(path),
  expect: [refusedWith('wiki.page.not-visible')],
});
