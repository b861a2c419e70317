/** Reads a user context token once, by its bytes, and says what is in it: facts for the table, before and beside what the library says. RFC 7515 §3.1, RFC 7519 §7.2. */
import { declaredClaims, declaredHeader, hasDeclaredForm } from './context-claims.ts';

/** Of the whole token, in characters; an honest one has about 600. */
export const maxTokenLength = 2_048;

export type ReadToken = {
  /** One header line, not several. */
  readonly single: boolean;
  readonly length: number;
  /** Three for a signed token, five for an encrypted one (RFC 7516 §3.1). */
  readonly parts: number;
  /** Header and payload, when both are objects written as JSON is written at its shortest, with every name once. */
  readonly header: Readonly<Record<string, unknown>> | undefined;
  readonly payload: Readonly<Record<string, unknown>> | undefined;
};

/** Two lines of the header reach a service as one, joined by a comma: no token of ours holds one. RFC 9110 §5.2. */
export function readToken(token: string): ReadToken {
  const parts = token.length > maxTokenLength ? [] : token.split('.');
  const [header, payload, signature] = parts;
  return {
    single: !token.includes(','),
    length: token.length,
    parts: parts.length,
    header: parts.length === 3 ? objectIn(header) : undefined,
    payload: parts.length === 3 && isSpelledOneWay(signature) ? objectIn(payload) : undefined,
  };
}

/** No padding, no stray bits, nothing that is skipped (RFC 7515 §2). */
const isSpelledOneWay = (part = ''): boolean => Buffer.from(part, 'base64url').toString('base64url') === part;

/** A name that stands twice is read by some as the first and by others as the last: what is not spelled as we spell it is nothing. RFC 8259 §4. */
function objectIn(part = ''): Readonly<Record<string, unknown>> | undefined {
  if (!isSpelledOneWay(part)) return undefined;
  const text = Buffer.from(part, 'base64url').toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && JSON.stringify(value) === text ? (value as Record<string, unknown>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const names = Object.keys(declaredClaims) as (keyof typeof declaredClaims)[];

/** What its claims look like beside the table of declared ones. */
export const claimsSeen = (payload: Readonly<Record<string, unknown>>) => ({
  allThere: names.every((name) => Object.hasOwn(payload, name)),
  wellFormed: names.every((name) => !Object.hasOwn(payload, name) || name === 'aud' || hasDeclaredForm(name, payload[name])),
  nothingElse: Object.keys(payload).every((name) => Object.hasOwn(declaredClaims, name)),
});
export const headerHasNothingElse = (header: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(header).every((name) => declaredHeader.some((declared) => declared === name));
