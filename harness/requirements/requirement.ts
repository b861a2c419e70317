/** What one entry of the requirement catalogue is made of. */

/** The parts in which this project is built, in their order; an id may be touched by several. */
export type Part = 1 | 2 | 3 | 4 | 5 | 6;

export type Requirement = {
  /** Stable: it appears in scenarios, reports and evidence, and is never given to anything else. */
  readonly id: string;
  readonly title: string;
  /** In rising order; the first one brings the first scenario. */
  readonly parts: readonly [Part, ...Part[]];
};

/** A paragraph of the security model that scenarios may cite beside requirements: `S4`. */
export type Decision = { readonly id: `S${number}`; readonly title: string };
