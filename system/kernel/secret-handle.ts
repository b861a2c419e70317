/** Unguessable values that a browser carries (session ids, one-time codes, states), and the hash under which a store knows them: a stolen store opens nothing. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Random } from './ports.ts';

/** 256 bits, base64url. */
export const newSecret = (random: Random): string => Buffer.from(random.bytes(32)).toString('base64url');
/** SHA-256 of a secret, base64url: what is stored, and what may be written to a record. */
export const handleOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Compares in time that does not depend on where they differ. */
export function sameSecret(one: string, other: string): boolean {
  const [a, b] = [createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest()];
  return timingSafeEqual(a, b);
}
