/** A sign-in that hangs on the customer's automation, which may be silent for a day (N-07). */
import type { SystemDefect } from './defect.ts';
import { withRule } from './rules.ts';

export const automationIsNeeded: SystemDefect = {
  name: 'dependence:sign-in-needs-a-connector',
  kind: 'dependence',
  breaks: 'Nobody signs in before a connector has pushed something since the last sign-in.',
  plant: (policy) => {
    let heard = true;
    const listening = withRule(policy, 'directory.scim.token-missing', (rule) => ({
      ...rule,
      holds: (facts: never) => {
        heard ||= !(facts as { readonly reads: boolean }).reads;
        return rule.holds(facts);
      },
    }));
    return withRule(listening, 'directory.sign-in.suspended', (rule) => ({
      ...rule,
      holds: (facts: never) => {
        const wasHeard = heard;
        heard = false;
        return wasHeard && rule.holds(facts);
      },
    }));
  },
};
