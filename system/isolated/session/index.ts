/** Sessions of people who signed in through the identity provider: one on `login.`, a child on each product's host (S7). Ids are known to the store by their hash only. */
import type { Clock, Random, Store } from '../../kernel/ports.ts';
import { demand, Refusal } from '../../kernel/refusal.ts';
import { judge, type RuleTable } from '../../kernel/rule.ts';
import { handleOf, newSecret, sameSecret } from '../../kernel/secret-handle.ts';
import type { Sessions } from '../../kernel/sessions.ts';
import { type HandOverFacts, handOverRules, stateLifetimeSeconds } from './hand-over.ts';
import { type HostSessionFacts, hostSessionRules, type SessionLimits } from './host-session.ts';

export type { Sessions } from '../../kernel/sessions.ts';
export type { HandOverRefusal } from './hand-over.ts';
export type { HostSessionRefusal, SessionLimits } from './host-session.ts';
export type SessionPolicy = { readonly host: RuleTable<HostSessionFacts>; readonly handOver: RuleTable<HandOverFacts> };
export const releasedSessionPolicy: SessionPolicy = Object.freeze({
  host: Object.freeze(hostSessionRules),
  handOver: Object.freeze(handOverRules),
});

type SignOn = { readonly subject: string; readonly startedAtMs: number; readonly lastSeenAtMs: number };
type HostSession = { readonly host: string; readonly parent: string };
type Started = { readonly host: string; readonly returnTo: string; readonly browser: string; readonly startedAtMs: number };
type Code = { readonly state: string; readonly parent: string; readonly issuedAtMs: number };

export function createSessions(
  ports: { readonly store: Store; readonly clock: Clock; readonly random: Random },
  limits: SessionLimits,
  policy: SessionPolicy = releasedSessionPolicy,
): Sessions {
  const { store, clock, random } = ports;
  const secondsSince = (instantMs: number | undefined): number =>
    instantMs === undefined ? Number.POSITIVE_INFINITY : (clock.now() - instantMs) / 1000;
  const lives = (signOn: SignOn | undefined): signOn is SignOn =>
    signOn !== undefined &&
    secondsSince(signOn.startedAtMs) < limits.absoluteSeconds &&
    secondsSince(signOn.lastSeenAtMs) < limits.idleSeconds;

  return {
    absoluteSeconds: limits.absoluteSeconds,
    handOverSeconds: stateLifetimeSeconds,

    /** A new single sign-on session for a subject; always a new id (I-08). Returns the id for the cookie. */
    startSignOn(subject: string): string {
      const id = newSecret(random);
      store.put<SignOn>('session.sign-on', handleOf(id), { subject, startedAtMs: clock.now(), lastSeenAtMs: clock.now() });
      return id;
    },

    /** The subject of a living single sign-on session. */
    signedOn(id: string | undefined): string | undefined {
      const signOn = id === undefined ? undefined : store.get<SignOn>('session.sign-on', handleOf(id));
      return lives(signOn) ? signOn.subject : undefined;
    },

    /** Notes that this browser wants to come back to `host`; returns the one-time state and the secret that binds it to the browser. */
    startHandOver(host: string, returnTo: string): { readonly state: string; readonly browser: string } {
      const [state, browser] = [newSecret(random), newSecret(random)];
      store.put<Started>('session.hand-over', handleOf(state), { host, returnTo, browser: handleOf(browser), startedAtMs: clock.now() });
      return { state, browser };
    },

    /** The host that a running hand-over goes back to; undefined when there is none, or when it is too old. */
    handOverHost(state: string): string | undefined {
      const started = store.get<Started>('session.hand-over', handleOf(state));
      return started !== undefined && secondsSince(started.startedAtMs) < stateLifetimeSeconds ? started.host : undefined;
    },

    /** A one-time code for the host of this hand-over. */
    issueCode(state: string, signOnId: string): string {
      const code = newSecret(random);
      store.put<Code>('session.code', handleOf(code), { state: handleOf(state), parent: handleOf(signOnId), issuedAtMs: clock.now() });
      return code;
    },

    /** Consumes code and state whatever comes of it. Throws `Refusal` with a `session.hand-over.…` code. */
    redeem(given: { readonly code: string; readonly state: string; readonly browser: string; readonly host: string }): {
      readonly id: string;
      readonly returnTo: string;
      readonly subject: string;
    } {
      const code = store.take<Code>('session.code', handleOf(given.code));
      const started = store.take<Started>('session.hand-over', handleOf(given.state));
      demand(policy.handOver, {
        codeKnown: code !== undefined,
        codeAgeSeconds: secondsSince(code?.issuedAtMs),
        stateKnown: started !== undefined && secondsSince(started.startedAtMs) < stateLifetimeSeconds,
        stateMatchesCode: code !== undefined && sameSecret(code.state, handleOf(given.state)),
        hostMatches: started?.host === given.host,
        browserMatches: started !== undefined && sameSecret(started.browser, handleOf(given.browser)),
      });
      const parent = code === undefined ? undefined : store.get<SignOn>('session.sign-on', code.parent);
      if (code === undefined || parent === undefined) throw new Refusal('session.host.parent-ended', { cites: ['S7'] });
      const id = newSecret(random);
      store.put<HostSession>('session.host', handleOf(id), { host: given.host, parent: code.parent });
      return { id, returnTo: started?.returnTo ?? '/', subject: parent.subject };
    },

    /** Judges the session of a host, and notes that it was used when it is good. */
    judgeHost(id, host) {
      const handle = id === undefined ? '' : handleOf(id);
      const session = id === undefined ? undefined : store.get<HostSession>('session.host', handle);
      const parent = session && store.get<SignOn>('session.sign-on', session.parent);
      const judgement = judge(policy.host, {
        presented: id !== undefined,
        known: session !== undefined,
        hostMatches: session?.host === host,
        parentLives: parent !== undefined,
        ageSeconds: secondsSince(parent?.startedAtMs),
        idleSeconds: secondsSince(parent?.lastSeenAtMs),
        limits,
      });
      if (judgement.allowed && session && parent)
        store.put<SignOn>('session.sign-on', session.parent, { ...parent, lastSeenAtMs: clock.now() });
      return { judgement, subject: parent?.subject ?? 'anonymous', handle };
    },
  };
}
