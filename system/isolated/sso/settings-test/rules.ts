/** Judges whether a test sign-in may begin: asked for on AdminHub a moment ago, once, and about the draft as it is (C-03). Threat: a link by which somebody else tests, or tests something else. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

const settingsTestLifetimeSeconds = 120;

export type SettingsTestFacts = {
  readonly known: boolean;
  readonly used: boolean;
  readonly ageSeconds: number;
  /** The draft is the one that the test was asked for. */
  readonly sameDraft: boolean;
};

export const settingsTestRules = [
  { code: 'sso.settings-test.unknown', cites: ['C-03', 'I-05'], holds: (f) => f.known },
  { code: 'sso.settings-test.used', cites: ['C-03', 'I-05'], holds: (f) => !f.used },
  {
    code: 'sso.settings-test.too-late',
    cites: ['C-03', 'I-05'],
    holds: (f) => f.ageSeconds < settingsTestLifetimeSeconds,
    reads: { settingsTestLifetimeSeconds },
  },
  { code: 'sso.settings-test.draft-changed', cites: ['C-03', 'C-07'], holds: (f) => f.sameDraft },
] as const satisfies RuleTable<SettingsTestFacts>;
export type SettingsTestRefusal = CodeOf<typeof settingsTestRules>;
