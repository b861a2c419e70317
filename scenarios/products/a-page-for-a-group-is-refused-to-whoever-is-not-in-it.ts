/** A page for a group is read by a colleague in that group, and refused to an org admin who is not in it: the role says nothing about pages. */
import { pageBy, readerOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ reader: 'nils' | 'ada' }, string>({
  proves: ['I-10', 'I-09'],
  honest: { reader: 'nils' },
  deviation: { reader: 'ada' },
  given: (world) => pageBy(world, 'uma', 'own-group'),
  act: async (world, { reader }, path) => (await readerOf(world, reader)).readPage(path),
  expect: [refusedWith('wiki.page.not-visible')],
});
