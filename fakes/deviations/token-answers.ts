/** Answers of the token endpoint that depart from an honest one in exactly one thing, all but the ID token itself. RFC 6749 §5.1, OIDC Core 1.0 §3.1.3.3. */
import type { Deviation } from './deviation.ts';

/** Header fields by name in lower case. */
export type TokenAnswer = { readonly status: number; readonly fields: Readonly<Record<string, string>>; readonly body: string };
export type TokenAnswerDeviation = Deviation<(honest: TokenAnswer) => TokenAnswer>;
export type TokenAnswerDeviations = Readonly<Record<string, TokenAnswerDeviation>>;

const exchange = 'sso.code-exchange';
const beyondAnyLimitBytes = 600_000;

type Json = Readonly<Record<string, unknown>>;
const saying =
  (change: (said: Json) => Json) =>
  (honest: TokenAnswer): TokenAnswer => ({ ...honest, body: JSON.stringify(change(JSON.parse(honest.body) as Json)) });
const lacking = (name: string) => saying((said) => Object.fromEntries(Object.entries(said).filter(([each]) => each !== name)));

export const tokenAnswerDeviations = {
  'that-is-no-json': {
    breaks: 'RFC 8259 §2',
    refusedWith: `${exchange}.response-malformed`,
    title: 'it breaks off in the middle of its JSON',
    make: (honest) => ({ ...honest, body: honest.body.slice(0, -9) }),
  },
  'without-an-access-token': {
    breaks: 'RFC 6749 §5.1 (access_token)',
    refusedWith: `${exchange}.response-malformed`,
    title: 'the access token is not in it',
    make: lacking('access_token'),
  },
  'of-another-content-type': {
    breaks: 'RFC 6749 §5.1 (application/json)',
    refusedWith: `${exchange}.content-type-other`,
    title: 'it says that it is a page',
    make: (honest) => ({ ...honest, fields: { ...honest.fields, 'content-type': 'text/html; charset=utf-8' } }),
  },
  'that-leads-elsewhere': {
    breaks: 'RFC 9700 §4.12',
    refusedWith: `${exchange}.redirected`,
    title: 'it sends the code and the client secret on to another address',
    make: (honest) => ({
      status: 307,
      fields: { ...honest.fields, location: 'https://idp.stranger.test/token' },
      body: honest.body,
    }),
  },
  'of-an-unknown-token-type': {
    breaks: 'RFC 6749 §7.1',
    refusedWith: `${exchange}.token-type-other`,
    title: 'its token type is one that nobody knows',
    make: saying((said) => ({ ...said, token_type: 'mac' })),
  },
  'without-an-id-token': {
    breaks: 'OIDC Core 1.0 §3.1.3.3 (id_token)',
    refusedWith: `${exchange}.id-token-missing`,
    title: 'the ID token is not in it',
    make: lacking('id_token'),
  },
  'that-is-too-large': {
    breaks: 'NIST SP 800-53 SC-5',
    refusedWith: `${exchange}.too-large`,
    title: 'it is more than half a megabyte long',
    make: saying((said) => ({ ...said, padding: 'x'.repeat(beyondAnyLimitBytes) })),
  },
} as const satisfies TokenAnswerDeviations;
export type TokenAnswerDeviationName = keyof typeof tokenAnswerDeviations;
