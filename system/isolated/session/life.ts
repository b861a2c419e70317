/** Whether a session is good now: the facts of a host session and of the sign-on behind it, for the one table that judges both (S7, K-04). */
import { type Judgement, judge, type RefusalCode } from '../../kernel/rule.ts';
import type { HostSessionFacts } from './host.ts';
import { handleOfId, type Parts } from './parts.ts';
import type { SignOn } from './stored/sign-ons.ts';

type OfParent = Omit<HostSessionFacts, 'presented' | 'wellFormed' | 'known' | 'hostMatches' | 'latestOfItsHost'>;

function factsOfSignOn({ clock, trust, limits }: Parts, signOn: SignOn | undefined): OfParent {
  const { absoluteSeconds, idleSeconds: idleLimitSeconds } = limits.current();
  const secondsSince = (instantMs: number | undefined): number =>
    instantMs === undefined ? Number.POSITIVE_INFINITY : (clock.now() - instantMs) / 1000;
  return {
    parentKnown: signOn !== undefined,
    ended: signOn?.ended,
    trusted: signOn !== undefined && trust.holds(signOn),
    privilegesUnchanged: signOn?.renewalDue !== true,
    ageSeconds: secondsSince(signOn?.startedAtMs),
    idleSeconds: secondsSince(signOn?.lastSeenAtMs),
    leftByIdpSeconds: signOn?.notAfterMs === undefined ? Number.POSITIVE_INFINITY : -secondsSince(signOn.notAfterMs),
    absoluteSeconds,
    idleLimitSeconds,
  };
}

/** Judges a sign-on by the same table as its children, as its own child would be: what lives here is never refused there, so nobody is led in a circle. */
export function judgeSignOn(parts: Parts, signOn: SignOn | undefined): Judgement<RefusalCode> {
  const asItsOwn = { presented: true, wellFormed: true, known: true, hostMatches: true, latestOfItsHost: true };
  // A sign-on that is due for new ids lives: it is about to be given them.
  return judge(parts.policy.host, { ...asItsOwn, ...factsOfSignOn(parts, signOn), privilegesUnchanged: true });
}
export const lives = (parts: Parts, signOn: SignOn | undefined): signOn is SignOn => judgeSignOn(parts, signOn).allowed;

/** Judges the session of a host, and notes its use when it is good: `again` asks without using it. `handle` is empty for what has no form of an id. */
export function judgeHost(
  parts: Parts,
  id: string | undefined,
  { host, again = false }: { readonly host: string; readonly again?: boolean },
): { readonly judgement: Judgement<RefusalCode>; readonly subject: string; readonly handle: string } {
  const { signOns, hosts, clock, policy } = parts;
  const handle = handleOfId(id);
  const session = handle === undefined ? undefined : hosts.find(handle);
  const parent = session && signOns.find(session.parent);
  const judgement = judge(policy.host, {
    presented: id !== undefined,
    wellFormed: handle !== undefined,
    known: session !== undefined,
    hostMatches: session?.host === host,
    latestOfItsHost: session !== undefined && parent?.children[session.host] === handle,
    ...factsOfSignOn(parts, parent),
  });
  if (judgement.allowed && session && parent && !again)
    signOns.change(session.parent, { lastSeenAtMs: Math.max(parent.lastSeenAtMs, clock.now()) });
  return { judgement, subject: parent?.subject ?? 'anonymous', handle: handle ?? '' };
}
