/** User contexts that depart in time: from when, until when, how long, and how often. RFC 7519 §2 (NumericDate), §4.1.4 to §4.1.7. */
import { type ContextTokenDeviations, signedContext, withClaims, withoutClaim } from './token.ts';

const code = 'tracker.uct';

export const timeDeviations = {
  'without-an-end': {
    breaks: 'RFC 7519 §4.1.4 (present)',
    refusedWith: `${code}.claim-missing`,
    title: 'it never ends',
    make: withoutClaim('exp'),
  },
  'with-an-end-in-words': {
    breaks: 'RFC 7519 §2 (NumericDate)',
    refusedWith: `${code}.claim-malformed`,
    title: 'its end is a text',
    make: withClaims(({ exp }) => ({ exp: String(exp) })),
  },
  'that-lives-too-long': {
    breaks: 'RFC 9068 §5',
    refusedWith: `${code}.lifetime-too-long`,
    title: 'it lives for sixty-one seconds',
    make: withClaims(({ iat }) => ({ exp: Number(iat) + 61 })),
  },
  'from-the-future': {
    breaks: 'RFC 7519 §4.1.6',
    refusedWith: `${code}.issued-in-future`,
    title: 'it was made in half a minute from now',
    make: withClaims(({ iat }) => ({ iat: Number(iat) + 30 })),
  },
  'that-is-over': {
    breaks: 'RFC 7519 §4.1.4',
    refusedWith: `${code}.expired`,
    title: 'it ended when it was made',
    make: withClaims(({ iat }) => ({ exp: iat })),
  },
  'that-was-used-before': {
    breaks: 'RFC 7519 §4.1.7 (once)',
    refusedWith: `${code}.replayed`,
    title: 'it is good, and was used a moment ago',
    usedBefore: true,
    make: (honest, { signer }) => [signedContext(honest, signer)],
  },
} as const satisfies ContextTokenDeviations;
