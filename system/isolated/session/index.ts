/** Sessions of people who signed in through the identity provider: one on `login.`, a child on each product's host (S7). Ids are known to the store by their hash only. */
import type { Clock, Random, Store } from '../../kernel/ports.ts';
import { demand, Refusal } from '../../kernel/refusal.ts';
import { judge, type RuleTable } from '../../kernel/rule.ts';
import { handleOf } from '../../kernel/secret-handle.ts';
import type { Sessions } from '../../kernel/sessions.ts';
import { type HandOverFacts, handOverRules, stateLifetimeSeconds } from './hand-over.ts';
import { type HostSessionFacts, hostSessionRules, type SessionLimits } from './host.ts';
import { handOversIn } from './stored/hand-overs.ts';
import { hostSessionsIn } from './stored/host-sessions.ts';
import { signOnsIn } from './stored/sign-ons.ts';

export type { HandOverRefusal } from './hand-over.ts';
export type { HostSessionRefusal, SessionLimits } from './host.ts';
export type SessionPolicy = { readonly host: RuleTable<HostSessionFacts>; readonly handOver: RuleTable<HandOverFacts> };
export const releasedSessionPolicy: SessionPolicy = Object.freeze({
  host: Object.freeze(hostSessionRules),
  handOver: Object.freeze(handOverRules),
});

export function createSessions(
  ports: { readonly store: Store; readonly clock: Clock; readonly random: Random },
  limits: SessionLimits,
  policy: SessionPolicy = releasedSessionPolicy,
): Sessions {
  const { store, clock } = ports;
  const signOns = signOnsIn(store, { ...ports, limits });
  const handOvers = handOversIn(store, ports);
  const hosts = hostSessionsIn(store, { ...ports, limits });
  const secondsSince = (instantMs: number | undefined): number =>
    instantMs === undefined ? Number.POSITIVE_INFINITY : (clock.now() - instantMs) / 1000;

  return {
    absoluteSeconds: limits.absoluteSeconds,
    handOverSeconds: stateLifetimeSeconds,
    startSignOn: signOns.start,
    signedOn: (id) => signOns.living(id)?.subject,
    startHandOver: handOvers.begin,
    handOverHost: handOvers.hostOf,
    issueCode: handOvers.issueCode,

    redeem(given) {
      const { facts, parent, returnTo } = handOvers.spend(given);
      demand(policy.handOver, facts);
      const signOn = parent === undefined ? undefined : signOns.find(parent);
      if (parent === undefined || signOn === undefined) throw new Refusal('session.host.parent-ended', { cites: ['S7'] });
      return { id: hosts.start({ host: given.host, parent }), returnTo, subject: signOn.subject };
    },

    judgeHost(id, host) {
      const handle = id === undefined ? '' : handleOf(id);
      const session = id === undefined ? undefined : hosts.find(handle);
      const parent = session && signOns.find(session.parent);
      const judgement = judge(policy.host, {
        presented: id !== undefined,
        known: session !== undefined,
        hostMatches: session?.host === host,
        parentLives: parent !== undefined,
        ageSeconds: secondsSince(parent?.startedAtMs),
        idleSeconds: secondsSince(parent?.lastSeenAtMs),
        limits,
      });
      if (judgement.allowed && session) signOns.seen(session.parent);
      return { judgement, subject: parent?.subject ?? 'anonymous', handle };
    },
  };
}
