/** How a fault is seen that leaves the way to the identity provider alone: by a whole sign-in, or by one of its two public documents. */

import { documentPath, endInWords, type SignInEnd, type SignInWishes, signInSeen } from '../idp-probe/oidc-sign-in.ts';
import type { ProbeAnswer } from '../idp-probe/probe.ts';
import type { Sighting } from '../idp-probe/symptom.ts';
import type { Disturbable, Fault } from './fault.ts';

type Observe = Fault['observe'];
type Json = Readonly<Record<string, unknown>>;

/** Present when `isTheFault` says so of how a sign-in ends; absent only when it ends with a readable ID token of this realm, by a published key. */
export const seenBySignIn =
  (isTheFault: (end: SignInEnd, world: Disturbable) => boolean, wishes: SignInWishes = {}): Observe =>
  async (world) => {
    const end = await signInSeen(world, wishes);
    const detail = endInWords(end);
    if (isTheFault(end, world)) return { seen: 'present', detail };
    return { seen: isHonest(end, world) ? 'absent' : 'unclear', detail };
  };

/** With a wish for two factors, a form for the one-time code is as far as a password leads. */
function isHonest(end: SignInEnd, { realm }: Disturbable): boolean {
  if (end.ended === 'page') return end.asks === 'code';
  return end.ended === 'tokens' && end.keyPublished && end.claims?.iss === realm.issuer.href;
}

/** What the ID token of a sign-in says; undefined where there is none that can be read. */
export const claimsOf = (end: SignInEnd): Json | undefined => (end.ended === 'tokens' ? end.claims : undefined);

export type DocumentSeen = {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
  readonly json: Json | undefined;
};

/** Present when `isTheFault` says so of the discovery document; absent only when it is one, of this realm. */
export const seenInDiscovery =
  (isTheFault: (seen: DocumentSeen, world: Disturbable) => boolean): Observe =>
  async (world) => {
    const answer = await world.probe.exchange({ path: documentPath(world) });
    return documentSighting(
      answer,
      (seen) => isTheFault(seen, world),
      ({ json }) => json?.issuer === world.realm.issuer.href,
    );
  };

/** The same of the key set, which is looked for where the discovery document says. */
export const seenInKeys =
  (isTheFault: (seen: DocumentSeen) => boolean): Observe =>
  async (world) => {
    const address = await keysAddress(world);
    if (address === undefined) return { seen: 'unclear', detail: 'the discovery document names no keys' };
    const answer = await world.probe.exchange({ path: address });
    return documentSighting(answer, isTheFault, isHonestKeySet);
  };

/** Present when nothing comes back of the key set within a second and a half; absent when it does. */
export const seenByLateKeys: Observe = async (world) => {
  const address = await keysAddress(world);
  if (address === undefined) return { seen: 'unclear', detail: 'the discovery document names no keys' };
  const answer = await world.probe.exchange({ path: address }, { timeLimitMs: 1_500 });
  if ('failed' in answer && answer.failed.kind === 'no-answer' && answer.failed.stage === 'answer')
    return { seen: 'present', detail: 'the keys do not come within 1,500 ms' };
  return documentSighting(answer, () => false, isHonestKeySet);
};

const isHonestKeySet = ({ type = '', json }: DocumentSeen): boolean =>
  /^application\/(jwk-set\+)?json\b/.test(type) && keyIdsIn(json).length > 0;

/** The ids of all published keys, as often as they are published. */
export const keyIdsIn = (json: Json | undefined): readonly string[] =>
  Array.isArray(json?.keys) ? (json.keys as readonly Json[]).map(({ kid }) => String(kid)) : [];

async function keysAddress(world: Disturbable): Promise<string | undefined> {
  const answer = await world.probe.exchange({ path: documentPath(world) });
  const address = 'failed' in answer ? undefined : jsonOf(answer)?.jwks_uri;
  return typeof address === 'string' ? new URL(address).pathname : undefined;
}

function documentSighting(
  answer: Awaited<ReturnType<Disturbable['probe']['exchange']>>,
  isTheFault: (seen: DocumentSeen) => boolean,
  isHonest: (seen: DocumentSeen) => boolean,
): Sighting {
  if ('failed' in answer) return { seen: 'unclear', detail: `no document: ${answer.failed.kind}` };
  const seen = { status: answer.status, type: answer.headers['content-type'], text: answer.body, json: jsonOf(answer) };
  const detail = `answered ${seen.status} with ${seen.json ? `JSON of ${Object.keys(seen.json).length} members` : 'something that is no JSON'}`;
  if (isTheFault(seen)) return { seen: 'present', detail };
  return { seen: seen.status === 200 && isHonest(seen) ? 'absent' : 'unclear', detail };
}

function jsonOf({ body }: ProbeAnswer): Json | undefined {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' && read !== null ? (read as Json) : undefined;
  } catch {
    return undefined;
  }
}
