/** The form of a rule of the architecture. */
import type { Source } from './source.ts';

export type Rule = {
  /** What holds, as a sentence. */
  readonly name: string;
  /** One line for each place where it does not hold. */
  broken(source: Source, all: readonly Source[]): readonly string[];
  /** Bad sources: the rule has teeth only if it rejects every one of them. */
  readonly forged: readonly { readonly path: string; readonly text: string }[];
};
