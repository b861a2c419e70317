/** Group rules as data: who is meant, who is excepted, and into or out of which groups: the contract between whoever writes them and the directory (N-02). */
import type { AttributeName } from './directory.ts';

export type Condition =
  | { readonly attribute: AttributeName; readonly is: string }
  | { readonly attribute: AttributeName; readonly present: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export type GroupRule = {
  readonly name: string;
  readonly when: Condition;
  /** Group ids. */
  readonly add: readonly string[];
  /** No later rule puts them in. What somebody is in by another word than a rule's stays. */
  readonly remove: readonly string[];
  /** Subjects whom this rule leaves as if it were not there. */
  readonly except: readonly string[];
};
/** In the order in which they decide. */
export type RuleSet = readonly GroupRule[];

/** Rules that are in force for nobody yet. */
export type RulesDraft = { readonly id: string; readonly rules: RuleSet; readonly savedAtMs: number; readonly by: string };
