/** Reads the keys that the identity provider publishes. RFC 7517 §5. */
import { calculateJwkThumbprint } from 'jose';
import { JOSEError } from 'jose/errors';
import { z } from 'zod';
import type { OutboundAnswer } from '../../../../kernel/ports.ts';
import { readJsonObject } from '../strict-json.ts';
import type { KeySetOutcome } from './rules.ts';

export type PublishedKey = {
  readonly kid: string | undefined;
  readonly jwk: Readonly<Record<string, unknown>>;
  /** RFC 7638; empty for a key that has none, because it is no key. */
  readonly thumbprint: string;
};
export type KeySet = { readonly outcome: KeySetOutcome; readonly keys: readonly PublishedKey[] };

export const maxKeySetBytes = 128 * 1024;
export const maxKeys = 64;

const keySetSchema = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })) });

/** What was answered, as a set of keys. A set with another outcome than `good` has none. */
export async function readKeySet({ status, headers, body }: OutboundAnswer): Promise<KeySet> {
  if (status !== 200) return { outcome: 'unreachable', keys: [] };
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  const json = type === 'application/json' || type === 'application/jwk-set+json' ? readJsonObject(body) : undefined;
  const parsed = keySetSchema.safeParse(json?.value);
  if (!parsed.success || json?.namesRepeated) return { outcome: 'malformed', keys: [] };
  const { keys } = parsed.data;
  if (keys.length > maxKeys) return { outcome: 'too-large', keys: [] };
  if (keys.length === 0) return { outcome: 'empty', keys: [] };
  return {
    outcome: 'good',
    keys: await Promise.all(keys.map(async (jwk) => ({ kid: jwk.kid, jwk, thumbprint: await thumbprintOf(jwk) }))),
  };
}

async function thumbprintOf(jwk: Readonly<Record<string, unknown>>): Promise<string> {
  try {
    return await calculateJwkThumbprint(jwk);
  } catch (error) {
    if (error instanceof JOSEError || error instanceof TypeError) return '';
    throw error;
  }
}
