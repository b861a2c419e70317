/** ID tokens whose times are wrong: missing, past, too far ahead, or no times at all. OIDC Core 1.0 §2, §3.1.3.7 (9)–(10), RFC 7519 §4.1. */
import { type IdTokenDeviations, lacking, timed } from './token.ts';

const hourSeconds = 3_600;
const daySeconds = 24 * hourSeconds;

export const timeDeviations = {
  'without-an-expiry': {
    breaks: 'OIDC Core 1.0 §2 (exp)',
    refusedWith: 'sso.id-token.expiry-missing',
    title: 'it never ends',
    make: lacking('exp'),
  },
  'that-has-expired': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (9)',
    refusedWith: 'sso.id-token.expired',
    title: 'it ended ten minutes ago',
    make: timed('exp', (issuedAt) => issuedAt - 600),
  },
  'that-lives-too-long': {
    breaks: 'RFC 8725 §3.10',
    refusedWith: 'sso.id-token.lifetime-too-long',
    title: 'it lives for a year',
    make: timed('exp', (issuedAt) => issuedAt + 365 * daySeconds),
  },
  'whose-expiry-is-text': {
    breaks: 'RFC 7519 §2 (NumericDate)',
    refusedWith: 'sso.id-token.time-malformed',
    title: 'its end is written in words',
    make: timed('exp', (issuedAt) => new Date((issuedAt + 300) * 1000).toISOString()),
  },
  'without-an-issue-time': {
    breaks: 'OIDC Core 1.0 §2 (iat)',
    refusedWith: 'sso.id-token.issued-at-missing',
    title: 'it does not say when it was made',
    make: lacking('iat'),
  },
  'from-the-future': {
    breaks: 'RFC 7519 §4.1.6',
    refusedWith: 'sso.id-token.issued-in-future',
    title: 'it will be made in four minutes',
    make: timed('iat', (issuedAt) => issuedAt + 240),
  },
  'from-long-ago': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (10)',
    refusedWith: 'sso.id-token.too-old',
    title: 'it was made an hour ago',
    make: timed('iat', (issuedAt) => issuedAt - hourSeconds),
  },
  'that-is-not-valid-yet': {
    breaks: 'RFC 7519 §4.1.5',
    refusedWith: 'sso.id-token.not-yet-valid',
    title: 'it becomes valid in ten minutes',
    make: timed('nbf', (issuedAt) => issuedAt + 600),
  },
} as const satisfies IdTokenDeviations;
