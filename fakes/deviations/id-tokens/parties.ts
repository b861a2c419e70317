/** ID tokens about the wrong parties: issuer, audience, authorized party, subject, browser and access token. OIDC Core 1.0 §2, §3.1.3.7. */
import { claiming, type IdTokenDeviations, type Json, lacking, signed, textOf, without } from './token.ts';

const issuerOther = 'sso.id-token.issuer-other';

const issuer = (change: (issuer: string) => string) => claiming((claims) => ({ iss: change(textOf(claims, 'iss')) }));
const ourselves = ({ aud }: Json): string => String(Array.isArray(aud) ? aud[0] : aud);

export const partyDeviations = {
  'without-an-issuer': {
    breaks: 'OIDC Core 1.0 §2 (iss)',
    refusedWith: 'sso.id-token.issuer-missing',
    title: 'nobody says that he issued it',
    make: lacking('iss'),
  },
  'of-another-realm': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (2)',
    refusedWith: issuerOther,
    title: 'its issuer is another realm of the same identity provider',
    make: issuer((iss) => `${iss}-of-another-organisation`),
  },
  'of-an-issuer-with-a-slash': {
    breaks: 'OIDC Discovery 1.0 §4.3',
    refusedWith: issuerOther,
    title: 'its issuer ends in a slash that is not there in the settings',
    make: issuer((iss) => `${iss}/`),
  },
  'of-an-issuer-in-capitals': {
    breaks: 'RFC 7519 §2 (StringOrURI)',
    refusedWith: issuerOther,
    title: 'the host of its issuer is written in capitals',
    make: issuer((iss) => iss.replace(/^(https:\/\/)([^/]+)/, (_, scheme: string, host: string) => scheme + host.toUpperCase())),
  },
  'of-an-issuer-without-tls': {
    breaks: 'OIDC Core 1.0 §1.2 (Issuer Identifier)',
    refusedWith: issuerOther,
    title: 'its issuer begins with http:',
    make: issuer((iss) => iss.replace(/^https:/, 'http:')),
  },
  'of-an-issuer-with-a-longer-name': {
    breaks: 'RFC 9207 §2.4',
    refusedWith: issuerOther,
    title: "the host of its issuer begins with ours and ends with a stranger's",
    make: issuer((iss) => iss.replace(/^(https:\/\/[^/]+)/, '$1.stranger.test')),
  },
  'without-an-audience': {
    breaks: 'OIDC Core 1.0 §2 (aud)',
    refusedWith: 'sso.id-token.audience-missing',
    title: 'it is made out to nobody',
    make: lacking('aud'),
  },
  'for-another-relying-party': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (3)',
    refusedWith: 'sso.id-token.audience-other',
    title: 'it is made out to another relying party of the same realm',
    make: claiming(() => ({ aud: 'another-relying-party' })),
  },
  'for-an-audience-that-begins-like-us': {
    breaks: 'RFC 7519 §4.1.3',
    refusedWith: 'sso.id-token.audience-other',
    title: 'it is made out to somebody whose name begins with ours',
    make: claiming((claims) => ({ aud: `${ourselves(claims)}-staging` })),
  },
  'for-somebody-else-too': {
    breaks: 'RFC 8725 §3.9',
    refusedWith: 'sso.id-token.audience-many',
    title: 'it is made out to us and to somebody whom nobody trusts',
    // Several audiences bring the authorized party along: OIDC Core 1.0 §2 (azp).
    make: claiming((claims) => ({ aud: [ourselves(claims), 'another-relying-party'], azp: ourselves(claims) })),
  },
  'for-two-without-saying-who-asked': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (4)',
    refusedWith: 'sso.id-token.azp-missing',
    title: 'it is made out to us and to somebody else, and does not say who asked for it',
    make: ({ header, claims }, { signer }) =>
      signed({ header, claims: { ...without(claims, 'azp'), aud: [ourselves(claims), 'another-relying-party'] } }, signer),
  },
  'for-another-authorized-party': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (5)',
    refusedWith: 'sso.id-token.azp-other',
    title: 'another relying party asked for it',
    make: claiming(() => ({ azp: 'another-relying-party' })),
  },
  'without-a-subject': {
    breaks: 'OIDC Core 1.0 §2 (sub)',
    refusedWith: 'sso.id-token.subject-missing',
    title: 'it is about nobody',
    make: lacking('sub'),
  },
  'with-an-empty-subject': {
    breaks: 'RFC 7519 §4.1.2',
    refusedWith: 'sso.id-token.subject-missing',
    title: 'the name of whom it is about is empty',
    make: claiming(() => ({ sub: '' })),
  },
  'with-a-subject-that-is-too-long': {
    breaks: 'OIDC Core 1.0 §2 (sub)',
    refusedWith: 'sso.id-token.subject-too-long',
    title: 'the name of whom it is about has 256 characters',
    make: claiming(() => ({ sub: 's'.repeat(256) })),
  },
  'without-a-nonce': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (11)',
    refusedWith: 'sso.id-token.nonce-missing',
    title: 'it does not say which attempt it belongs to',
    make: lacking('nonce'),
  },
  'with-another-nonce': {
    breaks: 'OIDC Core 1.0 §15.5.2',
    refusedWith: 'sso.id-token.nonce-other',
    title: 'it belongs to another attempt',
    make: claiming(() => ({ nonce: 'the-nonce-of-another-attempt' })),
  },
  'for-another-access-token': {
    breaks: 'OIDC Core 1.0 §3.1.3.8',
    refusedWith: 'sso.id-token.access-token-other',
    title: 'its hash is not that of the access token that came with it',
    make: claiming(() => ({ at_hash: 'bm90LXRoaXMtdG9rZW4' })),
  },
  'that-is-a-logout-token': {
    breaks: 'OIDC Back-Channel Logout 1.0 §2.4',
    refusedWith: 'sso.id-token.logout-token',
    title: 'it says that a session has ended',
    make: claiming(() => ({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} } })),
  },
} as const satisfies IdTokenDeviations;
