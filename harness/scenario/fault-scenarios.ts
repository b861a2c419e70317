/** Makers of the scenarios about faults: one sign-in while the identity provider is broken in one way, what must come of it, and that it works again afterwards. Calibration: the same sign-in in good weather. */
import type { SystemRefusal } from '../../system/index.ts';
import type { Fault } from '../faults/fault.ts';
import type { PersonName } from '../fixtures/fixtures.ts';
import { arrives, refusedWith, saysThatTheIdpIsAway, stopsAtTheIdp, worksAgain } from './expectations.ts';
import { type Expectation, type Scenario, scenario, type World } from './scenario.ts';

/** What a file says of its fault beside what must come of it. `given` is done in good weather. */
export type FaultClaim = {
  readonly proves: Scenario['proves'];
  /** Who signs in, when it is somebody special. */
  readonly as?: PersonName;
  given?(world: World): Promise<unknown>;
};

const signInUnder = (fault: Fault, { proves, as, given }: FaultClaim, expect: readonly [Expectation, ...Expectation[]]) =>
  scenario<object, unknown>({
    proves,
    honest: {},
    fault,
    ...(given ? { given } : {}),
    act: ({ actors }) => actors.user(as === undefined ? {} : { as }).signIn(),
    expect,
  });

/** Where the fault can be told before anybody is sent away, our own page says in bounded time that single sign-on is not available. */
const isSeenBefore = (code: SystemRefusal): boolean => code.startsWith('sso.idp.');

/** Our own side refuses, with exactly this code. */
export const faultIsRefused = (fault: Fault, { refusedWith: code, ...claim }: FaultClaim & { readonly refusedWith: SystemRefusal }) =>
  signInUnder(fault, claim, [refusedWith(code), ...(isSeenBefore(code) ? [saysThatTheIdpIsAway] : []), worksAgain]);

/** The person arrives all the same: nothing of ours depends on what is broken. */
export const faultIsRiddenOut = (fault: Fault, claim: FaultClaim) => signInUnder(fault, claim, [arrives('tracker'), worksAgain]);

/** The identity provider stops the person on a page of its own, an error or a question: nobody of ours is asked any more. */
export const faultStopsAtIdp = (fault: Fault, { stopsWith, ...claim }: FaultClaim & { readonly stopsWith: 'an error' | 'a question' }) =>
  signInUnder(fault, claim, [stopsAtTheIdp(stopsWith), worksAgain]);
