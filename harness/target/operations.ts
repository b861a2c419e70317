/** What an operator of a target may do to it, and what only somebody inside its network could try: where it listens, what it routes, and who is let in. */
import type { Outcome } from '../verdict/results.ts';

/** One listener inside: of which part, and which part it is for. */
export type Door = { readonly at: string; readonly accepts: string };
/** With whose certificate somebody comes: a part's, that of a public host, one of another authority that calls itself the right one, or none. */
export type Guise = { readonly role: string } | 'host' | 'impostor' | 'nobody';

/** A row of the route table as data; what else is in it is the target's own business. `to`: the service that answers. */
export type ListedRoute = {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly to: string;
  readonly access: string;
};

export type Operations = {
  /** Every row in force. */
  routes(): Promise<readonly ListedRoute[]>;
  /** Proposes another table. `ok` when it came into force; `refused` with the first code, and every problem in `shown`. */
  replaceRoutes(rows: readonly unknown[]): Promise<Outcome>;
  doors(): Promise<readonly Door[]>;
  /** Connects to a listener inside, past everybody who stands before it. `ok` when somebody listens to what is said there. */
  knock(door: Door, as: Guise): Promise<Outcome>;
  /** Takes a part out of service, until the next reset: nothing listens for it any more. */
  shut(part: string): Promise<void>;
};
