/** Single sign-on sessions as they are kept, by the hash of their id: who signed on, since when, last used when, and with which child on each host (I-08, K-04). */
import { expiring } from '../../../kernel/expiring.ts';
import type { Clock, Random, Store } from '../../../kernel/ports.ts';
import { handleOf, newSecret } from '../../../kernel/secret-handle.ts';
import type { EndReason, IdpSession } from '../../../kernel/sessions.ts';

export type SignOn = {
  readonly subject: string;
  readonly startedAtMs: number;
  readonly lastSeenAtMs: number;
  /** Of the trust in the identity provider under which it began. */
  readonly generation: number;
  /** By host, the handle of its one session there. */
  readonly children: Readonly<Record<string, string>>;
  readonly idpSession?: IdpSession | undefined;
  readonly notAfterMs?: number | undefined;
  readonly ended?: EndReason;
  /** The privileges of its person changed since its ids were given. */
  readonly renewalDue?: boolean;
};
export type Named = { readonly handle: string; readonly signOn: SignOn };

export type SignOns = {
  /** Returns the id for the cookie. */
  start(signOn: Omit<SignOn, 'startedAtMs' | 'lastSeenAtMs' | 'children'>, given?: string): string;
  /** By the handle, ended or not. */
  find(handle: string): SignOn | undefined;
  change(handle: string, changes: Partial<SignOn>): void;
  /** The same sign-on under a new id and without children; the old id is nobody's. */
  renew(handle: string): string;
  /** Those that nobody ended, the oldest first. */
  of(subject: string): readonly Named[];
  ofIdpSession(issuer: string, sid: string): readonly Named[];
  all(): readonly Named[];
};

type Indexed = { readonly handles: readonly string[]; readonly startedAtMs: number };
const sidKey = (issuer: string, sid: string): string => handleOf(JSON.stringify([issuer, sid]));

/** `lifetimeSeconds` is the longest that any limit allows: nothing is forgotten before twice that age. */
export function signOnsIn(
  store: Store,
  { clock, random, lifetimeSeconds }: { readonly clock: Clock; readonly random: Random; readonly lifetimeSeconds: number },
): SignOns {
  const kept = expiring<SignOn>(store, 'session.sign-on', { clock, lifetimeSeconds });
  const bySid = expiring<Indexed>(store, 'session.of-idp-session', { clock, lifetimeSeconds });
  const running = (named: readonly Named[]): readonly Named[] =>
    named.filter(({ signOn }) => signOn.ended === undefined).toSorted((one, other) => one.signOn.startedAtMs - other.signOn.startedAtMs);
  const found = (handles: readonly string[] = []): readonly Named[] =>
    handles.flatMap((handle) => {
      const signOn = kept.get(handle);
      return signOn ? [{ handle, signOn }] : [];
    });
  const of = (subject: string): readonly Named[] => running(found(store.get<readonly string[]>('session.of-subject', subject)));
  const ofSid = (issuer: string, sid: string): readonly Named[] => running(found(bySid.get(sidKey(issuer, sid))?.handles));
  const keep = (signOn: SignOn, id = newSecret(random)): string => {
    const handle = handleOf(id);
    const handles = (before: readonly Named[]): string[] => [...before.map((named) => named.handle), handle];
    store.put('session.of-subject', signOn.subject, handles(of(signOn.subject)));
    const { issuer, sid } = signOn.idpSession ?? {};
    if (issuer !== undefined && sid !== undefined)
      bySid.put(sidKey(issuer, sid), { handles: handles(ofSid(issuer, sid)), startedAtMs: signOn.startedAtMs });
    kept.put(handle, signOn);
    return id;
  };
  return {
    find: kept.get,
    start: (signOn, given) => keep({ ...signOn, startedAtMs: clock.now(), lastSeenAtMs: clock.now(), children: {} }, given),
    change: (handle, changes) => {
      const signOn = kept.get(handle);
      if (signOn) kept.put(handle, { ...signOn, ...changes });
    },
    renew: (handle) => {
      const { renewalDue: _, ...signOn } = kept.take(handle) ?? unknownSignOn();
      return keep({ ...signOn, children: {} });
    },
    of,
    ofIdpSession: ofSid,
    all: () => running(store.list<SignOn>('session.sign-on').map(({ key, value }) => ({ handle: key, signOn: value }))),
  };
}

function unknownSignOn(): never {
  throw new TypeError('only a sign-on that is there can be renewed');
}
