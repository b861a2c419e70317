/**
 * Keeps the identity provider's published keys for a while (C-04, S18). RFC 7517, OIDC Core 1.0 §10.1.1.
 * Threats: a key that was taken back and still counts, a flood of tokens with made-up key ids that makes us ask without end, a set without bounds.
 */
import { type Clock, type Outbound, OutboundFailure } from '../../../../kernel/ports.ts';
import { type KeySet, maxKeySetBytes, readKeySet } from './key-set.ts';

/** A key that the identity provider takes back is refused after this time at the latest. */
export const keySetLifetimeSeconds = 300;
/** An unknown key id makes us look again at once, and then at most this often, for each who asks. */
export const searchPauseSeconds = 30;
const keySetTimeoutMs = 6_000;

/** `logout`: what anybody may post to us. It never uses up what a sign-in may ask for. */
export type KeyAsker = 'sign-in' | 'logout';

export type JwksCache = {
  /** The keys that are published at `url`, looked up anew when they are too old, or when none of them has the id `kid`. Never throws for what the other side does. */
  look(url: URL, asked: { readonly kid: string | undefined; readonly by: KeyAsker }): Promise<KeySet>;
};
type Ports = { readonly outbound: Outbound; readonly clock: Clock; readonly allows: (url: URL) => boolean };
type Kept = { readonly address: string; readonly set: KeySet; readonly atMs: number };

/** One set at a time: settings name one identity provider. */
export function jwksCache({ outbound, clock, allows }: Ports): JwksCache {
  let kept: Kept | undefined;
  let asking: { readonly address: string; readonly answer: Promise<KeySet> } | undefined;
  const searchedAtMs = new Map<KeyAsker, number>();

  /** A clock that went back makes everything old. */
  const passed = (sinceMs: number | undefined, seconds: number): boolean => {
    const passedMs = sinceMs === undefined ? Number.POSITIVE_INFINITY : clock.now() - sinceMs;
    return passedMs < 0 || passedMs >= seconds * 1000;
  };
  /** Those who ask at the same moment share one answer. */
  const ask = (url: URL): Promise<KeySet> => {
    const { href: address } = url;
    if (asking?.address === address) return asking.answer;
    const answer = fetchKeySet(url, outbound).finally(() => {
      if (asking?.answer === answer) asking = undefined;
    });
    asking = { address, answer };
    return answer;
  };
  const renewed = async (url: URL, current: KeySet | undefined): Promise<KeySet> => {
    const set = await ask(url);
    if (set.outcome === 'good') kept = { address: url.href, set, atMs: clock.now() };
    // Published, and empty: every key was taken back.
    else if (set.outcome === 'empty') kept = undefined;
    // A search that failed takes nothing away that is not too old.
    else return current ?? set;
    return set;
  };

  return {
    async look(url, { kid, by }) {
      if (!allows(url)) return { outcome: 'not-allowed', keys: [] };
      const current = kept?.address === url.href && !passed(kept.atMs, keySetLifetimeSeconds) ? kept.set : undefined;
      if (current && (kid === undefined || current.keys.some((key) => key.kid === kid))) return current;
      if (current || by === 'logout') {
        if (!passed(searchedAtMs.get(by), searchPauseSeconds)) return current ?? { outcome: 'unreachable', keys: [] };
        searchedAtMs.set(by, clock.now());
      }
      return renewed(url, current);
    },
  };
}

async function fetchKeySet(url: URL, outbound: Outbound): Promise<KeySet> {
  try {
    const headers = { accept: 'application/jwk-set+json, application/json' };
    return await readKeySet(await outbound.request({ url, method: 'GET', headers, timeoutMs: keySetTimeoutMs, maxBytes: maxKeySetBytes }));
  } catch (error) {
    if (!(error instanceof OutboundFailure)) throw error;
    return { outcome: error.kind === 'answer-too-large' ? 'too-large' : 'unreachable', keys: [] };
  }
}
