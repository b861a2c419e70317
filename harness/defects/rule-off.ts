/** The first kind of planted defect: one rule that lets everything through, or that lets nothing through. */
import type { ReferencePolicy } from '../target/reference/index.ts';
import type { SystemDefect } from './defect.ts';
import { withRule } from './rules.ts';

/** The same policy with this one rule holding always. Throws a TypeError that names the nearest code when no table has it. */
export const ruleOff = (policy: ReferencePolicy, code: string): ReferencePolicy =>
  withRule(policy, code, (rule) => ({ ...rule, holds: () => true }));

/** The same policy with this one rule holding never. Throws like `ruleOff`. */
export const ruleTooStrict = (policy: ReferencePolicy, code: string): ReferencePolicy =>
  withRule(policy, code, (rule) => ({ ...rule, holds: () => false }));

/** Throws only when it is planted into a policy without that rule. */
export const ruleOffDefect = (code: string): SystemDefect => ({
  name: `rule-off:${code}`,
  kind: 'rule-off',
  breaks: `Nothing is refused with ${code} any more.`,
  plant: (policy) => ruleOff(policy, code),
});

export const ruleTooStrictDefect = (code: string): SystemDefect => ({
  name: `rule-too-strict:${code}`,
  kind: 'rule-too-strict',
  breaks: `Whatever gets as far as ${code} is refused with it, rightly or not.`,
  plant: (policy) => ruleTooStrict(policy, code),
});
