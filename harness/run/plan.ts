/** What a run will do, settled before it begins: scenarios by file, chosen by pattern, each with the reason if it must be skipped. */
import type { Expectation, Need, Scenario } from '../scenario/scenario.ts';

/** A scenario as its file gives it. The input type differs from file to file; the runner only hands it back. */
// biome-ignore lint/suspicious/noExplicitAny: inputs of different scenarios have nothing in common.
export type AnyScenario = Scenario<any, any>;

export type Planned = {
  /** Path below `scenarios/`, without the ending. */
  readonly id: string;
  /** The file name as a sentence. */
  readonly claim: string;
  readonly file: string;
  /** Where its module lies, as a URL: another process of the run loads it from there. */
  readonly module: string;
  /** SHA-256 of that module as it was planned, in hexadecimal: what was changed since is not run under its name. */
  readonly digest: string;
  readonly scenario: AnyScenario;
};

/** Those whose id or claim contains `pattern`, without regard to case; all when there is none. */
export function chosen(all: readonly Planned[], pattern: string | undefined): readonly Planned[] {
  if (pattern === undefined) return all;
  const wanted = pattern.toLowerCase();
  return all.filter(({ id, claim }) => id.toLowerCase().includes(wanted) || claim.toLowerCase().includes(wanted));
}

/** All that a scenario and its fault need. */
export const needsOf = ({ needs = [], fault }: AnyScenario): readonly Need[] => [...new Set([...needs, ...(fault?.needs ?? [])])];
export const runsAlone = ({ alone, fault }: AnyScenario): boolean => alone === true || fault?.shared === true;
/** How long the observers of silence go on after the act: as long as the most patient expectation asks. */
export const listeningMs = ({ expect }: AnyScenario): number => Math.max(0, ...expect.map(({ listenMs = 0 }: Expectation) => listenMs));
