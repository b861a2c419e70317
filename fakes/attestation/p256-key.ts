/** P-256 keys that come from the run's randomness, so that one seed gives the same authority and authenticators again. SEC 1 §2.3.3, RFC 7518 §6.2. */
import { createECDH, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Random } from '../../system/kernel/ports.ts';

/** JSON form of a private key, for export files that are kept as secrets. */
export type P256Jwk = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string; readonly d: string };
export type P256Key = { readonly privateKey: KeyObject; readonly publicKey: KeyObject; readonly jwk: P256Jwk };

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** A new key pair of 32 random bytes. */
export function p256Key(random: Random): P256Key {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(random.bytes(32)));
  const point = pair.getPublicKey();
  return p256KeyFromJwk({
    kty: 'EC',
    crv: 'P-256',
    x: base64url(point.subarray(1, 33)),
    y: base64url(point.subarray(33, 65)),
    d: base64url(leftPadded(pair.getPrivateKey())),
  });
}

const leftPadded = (bytes: Buffer): Buffer => Buffer.concat([Buffer.alloc(32 - bytes.length), bytes]);

/** The same key again from its exported form. */
export function p256KeyFromJwk(jwk: P256Jwk): P256Key {
  const { kty, crv, x, y } = jwk;
  return {
    jwk,
    privateKey: createPrivateKey({ key: { ...jwk }, format: 'jwk' }),
    publicKey: createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' }),
  };
}
