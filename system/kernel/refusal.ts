/** A refusal is the system saying no on purpose. Everything else that is thrown is a bug and is not caught. */
import { judge, type RefusalCode, type RuleTable } from './rule.ts';

/** Facts may be written to the audit log: never a token, key, cookie, one-time code or password. */
export type SafeFacts = Readonly<Record<string, string | number | boolean>>;

/** Carries the precise code for the audit log; outwards it becomes the protocol's own error and nothing more. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly cites: readonly string[];
  readonly facts: SafeFacts;

  constructor(code: RefusalCode, options: { readonly cites: readonly string[]; readonly facts?: SafeFacts; readonly cause?: unknown }) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.cites = options.cites;
    this.facts = options.facts ?? {};
  }

  /** The same, with more on record. */
  noting(more: SafeFacts): Refusal {
    return new Refusal(this.code, { cites: this.cites, facts: { ...this.facts, ...more }, cause: this.cause });
  }
}

/** Judges the facts by the table and throws the `Refusal` of the first rule that does not hold. */
export function demand<Facts, Code extends RefusalCode>(table: RuleTable<Facts, Code>, facts: Facts, safeFacts: SafeFacts = {}): void {
  const judgement = judge(table, facts);
  if (!judgement.allowed) throw new Refusal(judgement.code, { cites: judgement.cites, facts: safeFacts });
}
