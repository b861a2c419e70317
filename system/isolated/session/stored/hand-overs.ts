/** Hand-overs from `login.` to a product's host as they are kept: begun for one browser, given a one-time code, spent at the first try (S7). */
import { ageSeconds, expiring } from '../../../kernel/expiring.ts';
import type { Clock, Random, Store } from '../../../kernel/ports.ts';
import { handleOf, newSecret, sameSecret } from '../../../kernel/secret-handle.ts';
import type { Redemption } from '../../../kernel/sessions.ts';
import { codeLifetimeSeconds, type HandOverFacts, stateLifetimeSeconds } from '../hand-over.ts';
import type { ReturnTo } from '../return-to.ts';

type Begun = { readonly host: string; readonly returnTo: string; readonly browser: string; readonly startedAtMs: number };
type Code = { readonly state: string; readonly parent: string; readonly startedAtMs: number };
/** `parent` is the handle of the sign-on that the code was given for. */
export type Spent = { readonly facts: HandOverFacts; readonly parent: string | undefined; readonly returnTo: string };

export type HandOvers = {
  begin(host: string, returnTo: string): { readonly state: string; readonly browser: string };
  /** Where a running one goes back to. */
  hostOf(state: string): string | undefined;
  issueCode(state: string, signOnId: string): string;
  /** Removes code and state, and says what they were. */
  spend(given: Redemption): Spent;
};

type HandOverPorts = { readonly clock: Clock; readonly random: Random; readonly returnTo: ReturnTo };

export function handOversIn(store: Store, { clock, random, returnTo: kept }: HandOverPorts): HandOvers {
  const handOvers = expiring<Begun>(store, 'session.hand-over', { clock, lifetimeSeconds: stateLifetimeSeconds });
  const codes = expiring<Code>(store, 'session.code', { clock, lifetimeSeconds: codeLifetimeSeconds });
  const runs = (begun: Begun | undefined): begun is Begun => ageSeconds(begun, clock) < stateLifetimeSeconds;
  return {
    begin: (host, returnTo) => {
      const [state, browser] = [newSecret(random), newSecret(random)];
      handOvers.put(handleOf(state), { host, returnTo: kept(returnTo), browser: handleOf(browser), startedAtMs: clock.now() });
      return { state, browser };
    },
    hostOf: (state) => {
      const begun = handOvers.get(handleOf(state));
      return runs(begun) ? begun.host : undefined;
    },
    issueCode: (state, signOnId) => {
      const code = newSecret(random);
      codes.put(handleOf(code), { state: handleOf(state), parent: handleOf(signOnId), startedAtMs: clock.now() });
      return code;
    },
    spend: (given) => {
      const code = codes.take(handleOf(given.code));
      const begun = handOvers.take(handleOf(given.state));
      const facts: HandOverFacts = {
        codeKnown: code !== undefined,
        codeAgeSeconds: ageSeconds(code, clock),
        stateKnown: runs(begun),
        stateMatchesCode: code !== undefined && sameSecret(code.state, handleOf(given.state)),
        hostMatches: begun?.host === given.host,
        browserMatches: begun !== undefined && sameSecret(begun.browser, handleOf(given.browser)),
      };
      return { facts, parent: code?.parent, returnTo: begun?.returnTo ?? '/' };
    },
  };
}
