/** The condition of every group rule means its contrary (N-02, N-03). */
import { rulesFault } from './directory-fault.ts';

export const rulesInverted = rulesFault({
  name: 'directory.rules-inverted',
  title: 'Every group rule means those whom it should leave out.',
  meets: 'directory.mass-change.too-many-memberships-lost',
  change: (honest) => honest.map((rule) => ({ ...rule, when: { not: rule.when } })),
  seen: (rules, members, everybody) => rules.length > 0 && members.length > 0 && members.length < everybody.length,
});
