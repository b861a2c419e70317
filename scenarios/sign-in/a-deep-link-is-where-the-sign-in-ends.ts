/** Somebody opens a link to one issue without being signed in: after the identity provider they stand in front of that issue, and not of the front page. */
import { issueBy, leadsTo, scenario } from '../../harness/scenario/index.ts';

export default scenario<object, string>({
  proves: ['I-05', 'I-10'],
  honest: {},
  given: (world) => issueBy(world, 'nils', 'all'),
  act: ({ actors }, _input, path) => actors.user().signIn({ path }),
  expect: [leadsTo('tracker.issue.shown')],
});
