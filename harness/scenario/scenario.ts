/** The form in which a claim is written down: who may act, what departs from the honest way, and what must then be seen. */
import type { Actors } from '../actors/actors.ts';
import type { DescribedDeviation } from '../deviations/listed.ts';
import type { Disturbable, Fault, FaultNeed } from '../faults/fault.ts';
import type { Heard, Silence } from '../tap/silence.ts';
import type { Target } from '../target/target.ts';
import type { History, Mark, Outcome } from '../verdict/results.ts';

export type RequirementId =
  | `${'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N' | 'X'}-${number}`
  | `S${number}`;
/** An ability that a target, a driver or a run may lack; its absence is the reason of a skip. Each is answered in `harness/run/lacking.ts`. */
export type Need =
  | FaultNeed
  | 'mailbox'
  | 'hr-feed'
  | 'name-server'
  | 'start-page'
  | 'clock'
  | 'inside'
  | 'restart'
  | 'browser'
  | 'page-memory'
  | 'idp-clock'
  | 'long-lived-answers'
  | 'keycloak'
  | 'operations'
  | 'saml';

/** Exactly one key of `Input`: a deviation departs in one thing. */
export type One<Input> = {
  [Key in keyof Input]: { readonly [K in Key]: Input[K] } & { readonly [K in Exclude<keyof Input, Key>]?: never };
}[keyof Input];

export type World = Disturbable & {
  readonly target: Target;
  readonly actors: Actors;
  readonly silence: Silence;
  /** Until this act ends, what the identity provider calls by itself (logout messages, requests for our keys) arrives here. For scenarios that run alone; `up` leaves it open. */
  idpReaches(): void;
  /** Notes a moment of interest for the report's timeline. */
  mark(name: string, note?: string): void;
};

export type Seen = {
  readonly outcome: Outcome;
  /** The operations of this scenario, all phases. */
  readonly history: History;
  readonly marks: readonly Mark[];
  /** What the observers of silence counted from the start of the act to its end. */
  readonly duringAct: Heard;
  readonly world: World;
};
export type Judged = { readonly judged: 'met' | 'not-met' | 'unclear'; readonly observed: string };
export type Expectation = {
  readonly claim: string;
  /** Listen on for so long after the act before anything is healed or judged: a claim of silence must outlast whoever speaks a moment later. */
  readonly listenMs?: number;
  judge(seen: Seen): Promise<Judged>;
};

export type Scenario<Input extends object = object, Given = unknown> = {
  readonly proves: readonly [RequirementId, ...RequirementId[]];
  readonly needs?: readonly Need[];
  /** Touches what worlds share (the identity provider's process or clock). */
  readonly alone?: true;
  /** What is claimed happens where no browser has a part (at a token endpoint, in raw bytes, between machines): the wire user acts, in a run with a browser, too. */
  readonly hands?: 'wire';
  readonly honest: Input;
  /** A deviation or a fault, never both. */
  readonly deviation?: One<Input>;
  /** Which of the listed deviations that is, if it is one of them. */
  readonly listedDeviation?: DescribedDeviation;
  readonly fault?: Fault;
  /** What happens in good weather, before a fault is installed. Its outcome is not judged; it throws when it did not work. */
  given?(world: World): Promise<Given>;
  act(world: World, input: Input, given: Given): Promise<Outcome>;
  readonly expect: readonly [Expectation, ...Expectation[]];
};

export const scenario = <Input extends object, Given = undefined>(definition: Scenario<Input, Given>): Scenario<Input, Given> => definition;
