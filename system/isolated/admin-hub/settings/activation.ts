/**
 * Judges whether a draft comes into force: the very one that was seen, still at listed places, led to where somebody answers as it says, and
 * proved by a test sign-in of whoever activates it (C-03, B-09, S18). Threats: settings that lock everybody out, or lead everybody elsewhere.
 */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

/** A test of this morning says little about tonight. */
export const testHoldsForSeconds = 3_600;

export type DraftFacts = {
  readonly draftGiven: boolean;
  /** The draft is the one that the page showed. */
  readonly sameDraft: boolean;
  /** By the rules of a save, and the allowlist as it is now. */
  readonly stillAllowed: boolean;
};
export type ActivationFacts = {
  /** What was found where the draft leads: somebody else than the settings say, or places that are not listed. Nobody at all is neither. */
  readonly answersAsAnother: boolean;
  /** Since the newest test of this very draft that this person passed; infinite when there is none. */
  readonly testedSecondsAgo: number;
  /** By break-glass, which said that it knows that nothing was tested: its holder may have no account there that works (C-05, C-09). */
  readonly acknowledged: boolean;
};

/** For a test sign-in and, together with those below, for an activation. */
export const draftRules = [
  { code: 'admin-hub.activation.draft-missing', cites: ['C-07'], holds: (f) => f.draftGiven },
  { code: 'admin-hub.activation.draft-changed', cites: ['C-07'], holds: (f) => f.sameDraft },
  { code: 'admin-hub.activation.no-longer-allowed', cites: ['B-09', 'S18'], holds: (f) => f.stillAllowed },
] as const satisfies RuleTable<DraftFacts>;

export const activationRules = [
  { code: 'admin-hub.activation.idp-other', cites: ['B-09', 'S18', 'C-03'], holds: (f) => !f.answersAsAnother },
  {
    code: 'admin-hub.activation.not-tested',
    cites: ['C-03', 'C-07'],
    holds: (f) => f.acknowledged || f.testedSecondsAgo < testHoldsForSeconds,
    reads: { testHoldsForSeconds },
  },
] as const satisfies RuleTable<ActivationFacts>;
export type ActivationRefusal = CodeOf<typeof draftRules> | CodeOf<typeof activationRules>;
