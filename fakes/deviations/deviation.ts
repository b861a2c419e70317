/** What a deviation is: one named departure from an honest artefact, with the clause that it breaks and the code that must refuse it. */

export type Deviation<Make> = {
  /** The clause, and its item where it has several: `OIDC Core 1.0 §3.1.3.7 (3)`. */
  readonly breaks: string;
  /** The refusal code that it must meet. */
  readonly refusedWith: string;
  /** What is wrong, as a clause for people: `it is made out to another relying party`. */
  readonly title: string;
  /** The deviation of the same family that breaks the same clause at the same rule in another way: this one is tried as well, and not counted beside it. */
  readonly variantOf?: string;
  readonly make: Make;
};
