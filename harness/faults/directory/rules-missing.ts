/** The only rule of a group is gone from the set, which would empty the group (N-03, N-08). */
import { rulesFault } from './directory-fault.ts';

export const rulesMissing = rulesFault({
  name: 'directory.rules-missing',
  title: 'The set of group rules comes out empty.',
  meets: 'directory.mass-change.group-emptied',
  change: () => [],
  seen: (rules) => rules.length === 0,
});
