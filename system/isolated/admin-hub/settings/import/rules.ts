/** Judges what an identity provider says of itself, before a draft is made of it: fetched from a listed place, readable, and naming listed places only (B-09, S18). Threat: a document at a good place that leads everybody elsewhere. */
import type { ImportOutcome } from '../../../../kernel/idp-settings-draft.ts';
import type { CodeOf, RuleTable } from '../../../../kernel/rule.ts';

export type ImportFacts = { readonly outcome: ImportOutcome['outcome'] };

export const importRules = [
  { code: 'admin-hub.import.address-not-allowed', cites: ['B-09', 'S18'], holds: (f) => f.outcome !== 'address-not-allowed' },
  { code: 'admin-hub.import.unreachable', cites: ['S18', 'C-02'], holds: (f) => f.outcome !== 'unreachable' },
  { code: 'admin-hub.import.not-readable', cites: ['C-03', 'S18'], holds: (f) => f.outcome !== 'not-readable' },
  { code: 'admin-hub.import.names-another-place', cites: ['B-09', 'S18'], holds: (f) => f.outcome !== 'names-another-place' },
] as const satisfies RuleTable<ImportFacts>;
export type ImportRefusal = CodeOf<typeof importRules>;
