/** What a user context token (UCT) may say: this table, and nothing else, ever. Threat: a token that carries names, addresses or roles out to a product (I-09). RFC 7519 §4. */

export type Channel = 'ingress' | 'break-glass';
/** What a product learns: an opaque subject, an opaque handle of the session (for form tokens), the cloud, and by which door. */
export type ContextClaims = { readonly sub: string; readonly sid: string; readonly cloud: string; readonly channel: Channel };

/** A token that is used at once needs no longer: seconds from `iat` to `exp` at most. */
export const contextLifetimeSeconds = 60;
export const contextType = 'uct+jwt';
export const contextAlgorithm = 'ES256';

/** Every claim, with the form of its value; all of them must be there. */
export const declaredClaims = {
  iss: 'text',
  aud: 'text',
  sub: 'text',
  sid: 'text',
  cloud: 'text',
  channel: 'text',
  jti: 'text',
  iat: 'seconds',
  exp: 'seconds',
} as const;
/** Every member of the header. */
export const declaredHeader = ['alg', 'typ', 'kid'] as const;

/** Characters: an opaque value of ours is 43 long, a host's origin at most some 260. */
const maxTextLength = 300;

/** Whether the value of a claim has the form that the table gives it. */
export const hasDeclaredForm = (name: keyof typeof declaredClaims, value: unknown): boolean =>
  declaredClaims[name] === 'seconds'
    ? Number.isSafeInteger(value) && Number(value) > 0
    : typeof value === 'string' && value !== '' && value.length <= maxTextLength;
