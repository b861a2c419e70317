/** Two rules for one group changed places, and the one that takes people out now decides for everybody whom the other puts in (N-02, N-03). */
import { rulesFault } from './directory-fault.ts';

export const rulesFight = rulesFault({
  name: 'directory.rules-fight',
  title: 'Two group rules fight, and the one that takes people out comes first.',
  meets: 'directory.mass-change.group-emptied',
  change: (honest) => honest.toReversed(),
  seen: (rules, members) => rules.length > 1 && members.length === 0,
});
