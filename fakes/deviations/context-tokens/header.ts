/** User contexts that depart in their header: type, algorithm, key, and what the header brings along. RFC 7515 §4.1, RFC 8725 §3. */
import { createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { type ContextTokenDeviations, type ContextTokenSigner, partsOf, withHeader, withoutHeader } from './token.ts';

const code = 'tracker.uct';

const publicJwk = ({ privateKeyPem }: ContextTokenSigner) => createPublicKey(createPrivateKey(privateKeyPem)).export({ format: 'jwk' });
const publicPem = ({ privateKeyPem }: ContextTokenSigner) =>
  createPublicKey(createPrivateKey(privateKeyPem)).export({ type: 'spki', format: 'pem' }).toString();

export const headerDeviations = {
  'of-another-type': {
    breaks: 'RFC 8725 §3.11',
    refusedWith: `${code}.type-other`,
    title: 'it says that it is a token of any kind',
    make: withHeader({ typ: 'JWT' }),
  },
  'without-a-type': {
    breaks: 'RFC 7519 §5.1',
    refusedWith: `${code}.type-other`,
    title: 'it does not say what it is',
    make: withoutHeader('typ'),
  },
  'that-is-an-id-token': {
    breaks: 'RFC 8725 §3.12',
    refusedWith: `${code}.type-other`,
    title: 'it is a genuine ID token of the identity provider',
    ofIdToken: true,
    make: (_honest, { idToken }) => [idToken],
  },
  'of-no-algorithm': {
    breaks: 'RFC 8725 §3.2 (none)',
    refusedWith: `${code}.algorithm-other`,
    title: 'it says that nobody signed it, and nobody did',
    make: ({ header, claims }) => [`${partsOf({ header: { ...header, alg: 'none' }, claims })}.`],
  },
  'signed-with-the-public-key-as-a-secret': {
    breaks: 'RFC 8725 §2.1',
    refusedWith: `${code}.algorithm-other`,
    title: 'it is authenticated with a secret, which is our public key',
    make: ({ header, claims }, { signer }) => {
      const parts = partsOf({ header: { ...header, alg: 'HS256' }, claims });
      return [`${parts}.${createHmac('sha256', publicPem(signer)).update(parts).digest('base64url')}`];
    },
  },
  'signed-with-rsa': {
    breaks: 'RFC 8725 §3.1',
    refusedWith: `${code}.algorithm-other`,
    title: 'an RSA key signed it, soundly',
    make: ({ header, claims }, { stranger }) => {
      const parts = partsOf({ header: { ...header, alg: 'RS256' }, claims });
      return [`${parts}.${sign('sha256', Buffer.from(parts), stranger.rsa.privateKeyPem).toString('base64url')}`];
    },
  },
  'with-a-critical-extension': {
    breaks: 'RFC 7515 §4.1.11',
    refusedWith: `${code}.header-critical`,
    title: 'it names a member that must be understood, and nobody does',
    make: withHeader({ crit: ['urn:tempered:bound-to'], 'urn:tempered:bound-to': 'x' }),
  },
  'that-brings-its-own-key': {
    breaks: 'RFC 7515 §4.1.3',
    refusedWith: `${code}.key-in-header`,
    title: 'a key stands in its header',
    make: withHeader(({ stranger }) => ({ jwk: publicJwk(stranger.ec) })),
  },
  'with-an-address-of-keys': {
    breaks: 'RFC 7515 §4.1.2',
    refusedWith: `${code}.key-in-header`,
    title: 'it says where its keys can be fetched',
    make: withHeader({ jku: 'https://keys.stranger.test/jwks' }),
  },
  'with-an-address-of-certificates': {
    breaks: 'RFC 7515 §4.1.5',
    refusedWith: `${code}.key-in-header`,
    title: 'it says where its certificates can be fetched',
    make: withHeader({ x5u: 'https://keys.stranger.test/chain.pem' }),
  },
  'that-is-compressed': {
    breaks: 'RFC 8725 §3.6',
    refusedWith: `${code}.header-unlisted`,
    title: 'it says that its content is compressed',
    make: withHeader({ zip: 'DEF' }),
  },
  'of-an-unknown-key': {
    breaks: 'RFC 7515 §4.1.4',
    refusedWith: `${code}.key-unknown`,
    title: 'it names a key that nobody published',
    make: withHeader({ kid: '../../../dev/null' }),
  },
  'without-a-key-id': {
    breaks: 'RFC 7515 §6',
    refusedWith: `${code}.key-unknown`,
    title: 'it does not say which key signed it',
    make: withoutHeader('kid'),
  },
} as const satisfies ContextTokenDeviations;
