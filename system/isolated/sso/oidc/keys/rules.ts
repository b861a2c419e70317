/** Judges what the identity provider publishes as its keys, before one of them is looked for (C-03, C-04, S18). RFC 7517 §5. Threat: a key set that is too much to keep, or none at all. */
import type { CodeOf, RuleTable } from '../../../../kernel/rule.ts';

/** What the newest look at the published keys came to. */
export type KeySetOutcome = 'good' | 'unreachable' | 'not-allowed' | 'too-large' | 'malformed' | 'empty';
export type KeySetFacts = { readonly keySet: KeySetOutcome };

export const keySetRules = [
  { code: 'sso.keys.not-allowed', cites: ['S18', 'B-09'], holds: (f) => f.keySet !== 'not-allowed' },
  { code: 'sso.keys.unreachable', cites: ['C-02', 'I-07'], holds: (f) => f.keySet !== 'unreachable' },
  { code: 'sso.keys.too-large', cites: ['C-03', 'S18'], holds: (f) => f.keySet !== 'too-large' },
  { code: 'sso.keys.malformed', cites: ['C-03', 'RFC 7517 §5'], holds: (f) => f.keySet !== 'malformed' },
  { code: 'sso.keys.empty', cites: ['C-03', 'RFC 7517 §5.1'], holds: (f) => f.keySet !== 'empty' },
] as const satisfies RuleTable<KeySetFacts>;
export type KeySetRefusal = CodeOf<typeof keySetRules>;
