/** A public key that nobody holds the other half of: what an unknown credential is checked against, so that it costs what a known one costs. */
import { generateKeyPairSync } from 'node:crypto';

/** COSE key of kind EC2, ES256, P-256, as base64url. RFC 9053 §7.1.1. */
export function decoyKey(): string {
  const { x = '', y = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const coordinate = (text: string): Buffer => Buffer.from(text, 'base64url');
  return Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), coordinate(x), Buffer.from('225820', 'hex'), coordinate(y)]).toString(
    'base64url',
  );
}
