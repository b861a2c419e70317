/** A rule is one checked requirement of an artefact; a table of rules is the whole of what its artefact demands, in the order in which a refusal is chosen. */

/** `part.artefact.reason`: the address of a rule. `break-glass.login.password-wrong` stands in `break-glass/login/rules.ts`, or in `login.ts` where an artefact is one file. */
export type RefusalCode = `${string}.${string}.${string}`;

export type Rule<Facts, Code extends RefusalCode = RefusalCode> = {
  readonly code: Code;
  /** Requirement ids first, then specifications: `B-07`, `RFC 6749 §4.1.3`. */
  readonly cites: readonly [string, ...string[]];
  /** Pure and synchronous: everything slow or failing happened while the facts were gathered. */
  readonly holds: (facts: Facts) => boolean;
  /** Every value besides the facts that `holds` reads, by its name: the digest of a policy shows them, and the text of `holds` does not. */
  readonly reads?: Readonly<Record<string, unknown>>;
};

export type RuleTable<Facts, Code extends RefusalCode = RefusalCode> = readonly Rule<Facts, Code>[];

/** The codes of a table, as a union: a misspelt code does not compile. */
export type CodeOf<Table extends readonly { readonly code: RefusalCode }[]> = Table[number]['code'];

export type Judgement<Code extends RefusalCode> =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly code: Code; readonly cites: readonly string[] };

/** The first rule that does not hold refuses; all hold: allowed. An empty table is a mistake of ours, and throws. */
export function judge<Facts, Code extends RefusalCode>(rules: RuleTable<Facts, Code>, facts: Facts): Judgement<Code> {
  if (rules.length === 0) throw new TypeError('a table of rules is never empty');
  const broken = rules.find((rule) => !rule.holds(facts));
  return broken ? { allowed: false, code: broken.code, cites: broken.cites } : { allowed: true };
}
