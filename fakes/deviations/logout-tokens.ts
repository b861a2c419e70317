/** Logout tokens that depart from an honest one in exactly one thing: what anybody may post to the relying party, and only the identity provider may have made (I-08). OIDC Back-Channel Logout 1.0 §2.4, §2.6. */
import type { Deviation } from './deviation.ts';
import { formDeviations } from './id-tokens/form.ts';
import { headerDeviations } from './id-tokens/header.ts';
import { claiming, type IdToken, type IdTokenKit, lacking, textOf, timed } from './id-tokens/token.ts';

export type LogoutTokenDeviation = Deviation<(honest: IdToken, kit: IdTokenKit) => string>;
export type LogoutTokenDeviations = Readonly<Record<string, LogoutTokenDeviation>>;

const table = 'sso.logout-token';

/** The departure that an ID token can have, too; a logout token meets the rule of the same name. */
const likeAnIdToken = (given: LogoutTokenDeviation): LogoutTokenDeviation => ({
  ...given,
  refusedWith: given.refusedWith.replace('sso.id-token', table),
});

export const logoutTokenDeviations = {
  'that-is-no-jwt': likeAnIdToken(formDeviations['that-is-no-jwt']),
  'that-is-encrypted': likeAnIdToken({ ...formDeviations['that-is-encrypted'], breaks: 'OIDC Back-Channel Logout 1.0 §2.6 (1)' }),
  'with-two-subjects': likeAnIdToken(formDeviations['with-two-subjects']),
  'without-a-signature': likeAnIdToken(headerDeviations['without-a-signature']),
  'signed-with-the-public-key': likeAnIdToken(headerDeviations['signed-with-the-public-key']),
  'signed-with-the-client-secret': likeAnIdToken(headerDeviations['signed-with-the-client-secret']),
  'with-a-critical-extension': likeAnIdToken(headerDeviations['with-a-critical-extension']),
  'with-a-key-in-its-header': likeAnIdToken(headerDeviations['with-a-key-in-its-header']),
  'with-the-address-of-a-key-set': likeAnIdToken(headerDeviations['with-the-address-of-a-key-set']),
  'of-another-type': likeAnIdToken(headerDeviations['of-another-type']),
  'by-an-unknown-key': likeAnIdToken(headerDeviations['by-an-unknown-key']),
  'with-a-flipped-bit-in-its-signature': likeAnIdToken(headerDeviations['with-a-flipped-bit-in-its-signature']),
  'signed-by-another-key': likeAnIdToken(headerDeviations['signed-by-another-key']),
  'whose-signature-was-taken-off': likeAnIdToken(headerDeviations['whose-signature-was-taken-off']),
  'altered-after-it-was-signed': likeAnIdToken(headerDeviations['altered-after-it-was-signed']),
  'without-an-issuer': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.4 (iss)',
    refusedWith: `${table}.issuer-other`,
    title: 'nobody says that he issued it',
    make: lacking('iss'),
  },
  'of-another-realm': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.6 (3)',
    refusedWith: `${table}.issuer-other`,
    title: 'its issuer is another realm of the same identity provider',
    make: claiming((claims) => ({ iss: `${textOf(claims, 'iss')}-of-another-organisation` })),
  },
  'for-another-relying-party': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.6 (3)',
    refusedWith: `${table}.audience-other`,
    title: 'it is made out to another relying party',
    make: claiming(() => ({ aud: 'another-relying-party' })),
  },
  'for-somebody-else-too': {
    breaks: 'RFC 8725 §3.9',
    refusedWith: `${table}.audience-other`,
    title: 'it is made out to us and to somebody whom nobody trusts',
    make: claiming((claims) => ({ aud: [textOf(claims, 'aud'), 'another-relying-party'] })),
  },
  'without-an-issue-time': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.4 (iat)',
    refusedWith: `${table}.issued-at-missing`,
    title: 'it does not say when it was made',
    make: lacking('iat'),
  },
  'whose-issue-time-is-text': {
    breaks: 'RFC 7519 §2 (NumericDate)',
    refusedWith: `${table}.time-malformed`,
    title: 'the time when it was made is written in words',
    make: timed('iat', (issuedAt) => new Date(issuedAt * 1000).toISOString()),
  },
  'from-the-future': {
    breaks: 'RFC 7519 §4.1.6',
    refusedWith: `${table}.issued-in-future`,
    title: 'it will be made in ten minutes',
    make: timed('iat', (issuedAt) => issuedAt + 600),
  },
  'from-long-ago': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.4 (two minutes)',
    refusedWith: `${table}.too-old`,
    title: 'it was made an hour ago',
    make: timed('iat', (issuedAt) => issuedAt - 3_600),
  },
  'that-has-expired': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.4 (exp)',
    refusedWith: `${table}.expired`,
    title: 'it ended ten minutes ago',
    make: timed('exp', (issuedAt) => issuedAt - 600),
  },
  'without-an-event': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.6 (6)',
    refusedWith: `${table}.event-missing`,
    title: 'it does not say that anything happened',
    make: lacking('events'),
  },
  'about-another-event': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.4 (events)',
    refusedWith: `${table}.event-missing`,
    title: 'it says that something else happened',
    make: claiming(() => ({ events: { 'https://schemas.openid.net/secevent/risc/event-type/account-disabled': {} } })),
  },
  'with-a-nonce': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.6 (7)',
    refusedWith: `${table}.nonce-given`,
    title: 'a nonce stands in it, so that it could pass for an ID token',
    make: claiming(() => ({ nonce: 'the-nonce-of-some-attempt' })),
  },
  'that-names-nobody': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.6 (5)',
    refusedWith: `${table}.nobody-named`,
    title: 'it names neither a person nor a session',
    make: lacking('sub'),
  },
  'about-a-number': {
    breaks: 'RFC 7519 §4.1.2',
    refusedWith: `${table}.nobody-named`,
    title: 'whom it is about is a number',
    make: claiming(() => ({ sub: 17 })),
  },
  'without-an-id': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.4 (jti)',
    refusedWith: `${table}.id-missing`,
    title: 'it has no id by which a second use could be noticed',
    make: lacking('jti'),
  },
} as const satisfies LogoutTokenDeviations;
export type LogoutTokenDeviationName = keyof typeof logoutTokenDeviations;
