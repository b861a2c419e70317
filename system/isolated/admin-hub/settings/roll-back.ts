/** Judges whether settings that were in force before come into force again: known ones, and still at listed places (C-07, B-09, S18). Threat: a way back to a place that Support has struck off. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type RollBackFacts = {
  readonly versionKnown: boolean;
  readonly inForceAlready: boolean;
  readonly stillAllowed: boolean;
};

export const rollBackRules = [
  { code: 'admin-hub.roll-back.version-unknown', cites: ['C-07'], holds: (f) => f.versionKnown },
  { code: 'admin-hub.roll-back.in-force-already', cites: ['C-07'], holds: (f) => !f.inForceAlready },
  { code: 'admin-hub.roll-back.no-longer-allowed', cites: ['B-09', 'S18'], holds: (f) => f.stillAllowed },
] as const satisfies RuleTable<RollBackFacts>;
export type RollBackRefusal = CodeOf<typeof rollBackRules>;
