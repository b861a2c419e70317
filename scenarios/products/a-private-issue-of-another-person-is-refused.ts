/** An issue that somebody keeps to themselves is refused to everybody else, whatever they know of its address. Who opened it reads it. */
import { issueBy, readerOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ reader: 'uma' | 'nils' }, string>({
  proves: ['I-10'],
  honest: { reader: 'uma' },
  deviation: { reader: 'nils' },
  given: (world) => issueBy(world, 'uma', 'private'),
  act: async (world, { reader }, path) => (await readerOf(world, reader)).readIssue(path),
  expect: [refusedWith('tracker.issue.not-visible')],
});
