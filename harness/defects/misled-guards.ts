/** Guards over connectors that measure in the wrong way, and say and refuse as they should all the same: what is wrong is only seen beside the refusal (N-01, N-07). */
import type { ReferencePolicy } from '../target/reference/index.ts';
import type { SystemDefect } from './defect.ts';
import { type AnyRule, withRule } from './rules.ts';

type Facts = { readonly origin: string; readonly suspended: number; readonly reads: boolean; readonly refusedLately: number };
const judged = (policy: ReferencePolicy, code: string, holds: (facts: Facts, rule: AnyRule) => boolean): ReferencePolicy =>
  withRule(policy, code, (rule) => ({ ...rule, holds: (facts: never) => holds(facts as Facts, rule) }));

const tooOften = 'directory.scim.refused-too-often';

export const connectorsSuspendNobody: SystemDefect = {
  name: 'guard:connectors-suspend-nobody',
  kind: 'rule-too-strict',
  breaks: 'A connector is stopped at the first person whom it deactivates.',
  plant: (policy) =>
    judged(
      policy,
      'directory.mass-change.too-many-suspended',
      (facts, rule) => rule.holds(facts as never) && (facts.origin !== 'scim' || facts.suspended === 0),
    ),
};

/** Refusals beyond the bound at which people are told. */
const late = 4;
export const loopsAreStoppedLate: SystemDefect = {
  name: 'guard:loops-are-stopped-late',
  kind: 'rule-off',
  breaks:
    'A connector that repeats itself is told to wait a few refusals after people outside are told of it, and they are told each time.',
  plant: (policy) =>
    judged(policy, tooOften, (facts, rule) => rule.holds({ ...facts, refusedLately: Math.max(0, facts.refusedLately - late) } as never)),
};

export const loopsAreStoppedForEver: SystemDefect = {
  name: 'guard:loops-are-stopped-for-ever',
  kind: 'rule-too-strict',
  breaks: 'A connector that was told to wait is told so for ever.',
  plant: (policy) => {
    let stopped = false;
    return judged(policy, tooOften, (facts, rule) => {
      stopped ||= !rule.holds(facts as never);
      return facts.reads || !stopped;
    });
  },
};
