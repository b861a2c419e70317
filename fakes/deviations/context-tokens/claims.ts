/** User contexts that depart in what they say: by whom, for whom, about whom, of which cloud, by which door, and what more. RFC 7519 §4.1, RFC 8725 §3.8, §3.9. */
import { type ContextTokenDeviations, signedContext, withClaims, withoutClaim } from './token.ts';

const code = 'tracker.uct';

export const claimDeviations = {
  'of-another-issuer': {
    breaks: 'RFC 7519 §4.1.1',
    refusedWith: `${code}.issuer-unknown`,
    title: 'its issuer is the authentication service of another cloud',
    make: withClaims(() => ({ iss: 'https://login.initech.isolated.test' })),
  },
  'of-an-issuer-with-a-slash': {
    breaks: 'RFC 8725 §3.8 (exact comparison)',
    refusedWith: `${code}.issuer-unknown`,
    title: 'its issuer ends in a slash that ours does not have',
    make: withClaims(({ iss }) => ({ iss: `${String(iss)}/` })),
  },
  'of-break-glass': {
    breaks: 'S12',
    refusedWith: `${code}.issuer-unknown`,
    title: 'break-glass made it, with its own key, for a product that is not AdminHub',
    make: ({ header, claims }, { breakGlass: { issuer, signer } }) => [
      signedContext(
        {
          header: { ...header, kid: signer.keyId },
          claims: { ...claims, iss: issuer, channel: 'break-glass' },
        },
        signer,
      ),
    ],
  },
  'for-another-product': {
    breaks: 'RFC 7519 §4.1.3',
    refusedWith: `${code}.audience-other`,
    title: 'it is made out to AdminHub',
    make: withClaims(() => ({ aud: 'admin-hub' })),
  },
  'for-two-products': {
    breaks: 'RFC 8725 §3.9',
    refusedWith: `${code}.audience-many`,
    title: 'it is made out to the tracker and to AdminHub',
    make: withClaims(() => ({ aud: ['tracker', 'admin-hub'] })),
  },
  'of-another-cloud': {
    breaks: 'I-01',
    refusedWith: `${code}.cloud-other`,
    title: 'it is about somebody of another cloud',
    make: withClaims(() => ({ cloud: 'initech' })),
  },
  'of-another-channel': {
    breaks: 'S21',
    refusedWith: `${code}.channel-other`,
    title: 'it says that its person came by break-glass',
    make: withClaims(() => ({ channel: 'break-glass' })),
  },
  'with-an-e-mail-address': {
    breaks: 'I-11',
    refusedWith: `${code}.claim-unlisted`,
    title: 'an e-mail address stands in it, which no product may learn',
    make: withClaims(() => ({ email: 'somebody@acme.test' })),
  },
  'with-a-role': {
    breaks: 'S10',
    refusedWith: `${code}.claim-unlisted`,
    title: 'it says that its person is an admin',
    make: withClaims(() => ({ roles: ['org-admin'] })),
  },
  'without-a-subject': {
    breaks: 'RFC 7519 §4.1.2',
    refusedWith: `${code}.claim-missing`,
    title: 'it says nothing about whom it is',
    make: withoutClaim('sub'),
  },
  'without-a-session': {
    breaks: 'S4',
    refusedWith: `${code}.claim-missing`,
    title: 'no handle of a session stands in it',
    make: withoutClaim('sid'),
  },
  'without-an-id': {
    breaks: 'RFC 7519 §4.1.7',
    refusedWith: `${code}.claim-missing`,
    title: 'it has no id of its own, by which its second use would show',
    make: withoutClaim('jti'),
  },
  'with-an-empty-subject': {
    breaks: 'RFC 8725 §3.8 (subject)',
    refusedWith: `${code}.claim-malformed`,
    title: 'its subject is empty',
    make: withClaims(() => ({ sub: '' })),
  },
} as const satisfies ContextTokenDeviations;
