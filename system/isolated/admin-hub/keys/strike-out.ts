/** Judges that a key of the identity provider is struck out: at once, without a draft, because it only takes trust away (C-04). */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export const maxStruckOut = 20;

export type StrikeOutFacts = {
  readonly settingsSet: boolean;
  /** A key id, a thumbprint or a fingerprint: plain characters, not too many. */
  readonly nameUsable: boolean;
  readonly already: boolean;
  readonly struckOut: number;
};

export const strikeOutRules = [
  { code: 'admin-hub.strike-out.nothing-set', cites: ['C-04'], holds: (f) => f.settingsSet },
  { code: 'admin-hub.strike-out.name-unusable', cites: ['C-04'], holds: (f) => f.nameUsable },
  { code: 'admin-hub.strike-out.already', cites: ['C-04'], holds: (f) => !f.already },
  { code: 'admin-hub.strike-out.too-many', cites: ['C-04', 'S18'], holds: (f) => f.struckOut < maxStruckOut, reads: { maxStruckOut } },
] as const satisfies RuleTable<StrikeOutFacts>;
export type StrikeOutRefusal = CodeOf<typeof strikeOutRules>;
