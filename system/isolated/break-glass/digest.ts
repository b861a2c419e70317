/** One-way names of secrets: what is stored of a session, a link, a form token. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from '../../kernel/ports.ts';

const secretBytes = 32;

/** A new bearer secret of 256 bits, as base64url. */
export const newSecret = (random: Random): string => Buffer.from(random.bytes(secretBytes)).toString('base64url');

/** What may be stored in place of the secret. */
export const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** The token of one session's forms: nobody without `key` can make one. */
export const formToken = (key: Uint8Array, handle: string): string => createHmac('sha256', key).update(handle).digest('base64url');

export const sameSecret = (left: string, right: string): boolean =>
  timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
