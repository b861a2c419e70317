/** An issue that everybody may see is closed by who opened it, and by nobody else who sends what their form would send. */
import { issueBy, readerOf, refusedWith, scenario } from '../../harness/scenario/index.ts';

export default scenario<{ closer: 'uma' | 'nils' }, string>({
  proves: ['I-10'],
  honest: { closer: 'uma' },
  deviation: { closer: 'nils' },
  given: (world) => issueBy(world, 'uma', 'all'),
  act: async (world, { closer }, path) => (await readerOf(world, closer)).closeIssue(path),
  expect: [refusedWith('tracker.issue.not-yours')],
});
