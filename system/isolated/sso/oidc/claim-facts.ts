/** What a token claims that is to be judged, whichever kind it is of. RFC 7519 §4.1. */
import type { AudienceFacts, Named, TimeFacts } from './id-token/facts.ts';
import type { JsonObject } from './strict-json.ts';

/** Text that is there and not empty. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What is there and no text is `other`. */
export const named = (value: unknown, ours: string): Named => (value === undefined ? 'none' : value === ours ? 'ours' : 'other');

export function audienceFacts({ aud }: JsonObject, clientId: string): AudienceFacts {
  const all = (Array.isArray(aud) ? aud : [aud]).filter((each) => each !== undefined);
  return { given: all.length > 0, ours: all.includes(clientId), others: all.some((each) => each !== clientId) };
}

/** The latest instant that a date can hold. ECMA-262 §21.4.1.1. */
const latestSeconds = 8_640_000_000_000;
const isInstant = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= latestSeconds;
const instant = (value: unknown): number | undefined => (isInstant(value) ? value : undefined);

export function timeFacts({ exp, iat, nbf }: JsonObject): TimeFacts {
  return {
    wellFormed: [exp, iat, nbf].every((value) => value === undefined || isInstant(value)),
    expiresAt: instant(exp),
    issuedAt: instant(iat),
    notBefore: instant(nbf),
  };
}
