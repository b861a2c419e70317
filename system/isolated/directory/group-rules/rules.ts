/** Judges a set of group rules before it is tried or activated: whole or not at all (N-02, N-03). Threats: a rule about a group that is not there, two rules of one name, an exception that is wider than anybody declared. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

/** Each a list of what is wrong, in words that name the rule by its place. */
export type GroupRulesFacts = {
  readonly malformed: readonly string[];
  readonly repeatedNames: readonly string[];
  readonly unknownGroups: readonly string[];
  /** How many people each rule excepts by name. */
  readonly exceptions: readonly number[];
  /** `another`: saved since the one that was looked at. `not-asked`: it is about no draft. */
  readonly draft: 'not-asked' | 'as-named' | 'another' | 'missing';
};
export const mostExceptions = 100;

export const groupRulesRules = [
  { code: 'directory.group-rules.draft-missing', cites: ['N-02'], holds: (f) => f.draft !== 'missing' },
  { code: 'directory.group-rules.draft-changed', cites: ['N-02'], holds: (f) => f.draft !== 'another' },
  { code: 'directory.group-rules.malformed', cites: ['N-02', 'C-07'], holds: (f) => f.malformed.length === 0 },
  { code: 'directory.group-rules.name-repeated', cites: ['N-02'], holds: (f) => f.repeatedNames.length === 0 },
  { code: 'directory.group-rules.group-unknown', cites: ['N-02', 'N-03'], holds: (f) => f.unknownGroups.length === 0 },
  {
    code: 'directory.group-rules.too-many-exceptions',
    cites: ['N-02', 'N-10'],
    holds: (f) => f.exceptions.every((count) => count <= mostExceptions),
    reads: { mostExceptions },
  },
] as const satisfies RuleTable<GroupRulesFacts>;
export type GroupRulesRefusal = CodeOf<typeof groupRulesRules>;
