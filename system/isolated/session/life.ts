/** Whether a session is good now: the facts of a host session and of the sign-on behind it, for the one table that judges both (S7, K-04). */
import { type Judgement, judge, type RefusalCode } from '../../kernel/rule.ts';
import type { HostSessionFacts } from './host.ts';
import { handleOfId, type Parts } from './parts.ts';
import type { Named, SignOn } from './stored/sign-ons.ts';

type OfParent = Omit<HostSessionFacts, 'presented' | 'wellFormed' | 'known' | 'hostMatches' | 'latestOfItsHost'>;

/** With limits and trust as they are now, read once for however many are judged. */
function readerOfFacts({ clock, trust, limits }: Parts): (signOn: SignOn | undefined) => OfParent {
  const { absoluteSeconds, idleSeconds: idleLimitSeconds } = limits.current();
  const isTrusted = trust.now();
  const secondsSince = (instantMs: number | undefined): number =>
    instantMs === undefined ? Number.POSITIVE_INFINITY : (clock.now() - instantMs) / 1000;
  return (signOn) => ({
    parentKnown: signOn !== undefined,
    ended: signOn?.ended,
    trusted: signOn !== undefined && isTrusted(signOn),
    privilegesUnchanged: signOn?.renewalDue !== true,
    ageSeconds: secondsSince(signOn?.startedAtMs),
    idleSeconds: secondsSince(signOn?.lastSeenAtMs),
    leftByIdpSeconds: signOn?.notAfterMs === undefined ? Number.POSITIVE_INFINITY : -secondsSince(signOn.notAfterMs),
    absoluteSeconds,
    idleLimitSeconds,
  });
}

/** Judges a sign-on by the same table as its children, as its own child would be: what lives here is never refused there, so nobody is led in a circle. */
export const judgeSignOn = (parts: Parts, signOn: SignOn | undefined): Judgement<RefusalCode> => judgeOfSignOns(parts)(signOn);
export const lives = (parts: Parts, signOn: SignOn | undefined): signOn is SignOn => judgeSignOn(parts, signOn).allowed;
/** Those of many that live. */
export function living(parts: Parts, named: readonly Named[]): readonly Named[] {
  const judged = judgeOfSignOns(parts);
  return named.filter(({ signOn }) => judged(signOn).allowed);
}

function judgeOfSignOns(parts: Parts): (signOn: SignOn | undefined) => Judgement<RefusalCode> {
  const asItsOwn = { presented: true, wellFormed: true, known: true, hostMatches: true, latestOfItsHost: true };
  const factsOf = readerOfFacts(parts);
  // A sign-on that is due for new ids lives: it is about to be given them.
  return (signOn) => judge(parts.policy.host, { ...asItsOwn, ...factsOf(signOn), privilegesUnchanged: true });
}

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
    ...readerOfFacts(parts)(parent),
  });
  if (judgement.allowed && session && parent && !again)
    signOns.change(session.parent, { lastSeenAtMs: Math.max(parent.lastSeenAtMs, clock.now()) });
  return { judgement, subject: parent?.subject ?? 'anonymous', handle: handle ?? '' };
}
