/** One-time codes as every authenticator app shows them: six digits, for thirty seconds. RFC 6238, RFC 4226 §5.3. */
import { createHmac } from 'node:crypto';

const periodMs = 30_000;

/** `atMs` in milliseconds since the epoch; the secret is the shared text itself. */
export function oneTimeCode(secret: string, atMs: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(atMs / periodMs)));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0x0f;
  return String((digest.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

/** The code of this moment, or of the period before or after it. */
export const oneTimeCodeFits = (secret: string, code: string, nowMs: number): boolean =>
  [-periodMs, 0, periodMs].some((distanceMs) => oneTimeCode(secret, nowMs + distanceMs) === code);
