/** ID tokens whose header asks for too much trust: another algorithm, a key that comes along, an extension, another kind of token. RFC 7515 §4.1, RFC 8725. */
import { createHmac, createPublicKey, sign } from 'node:crypto';
import {
  base64url,
  type IdToken,
  type IdTokenDeviations,
  type IdTokenKit,
  type Json,
  signed,
  signingInput,
  type TokenSigner,
} from './token.ts';

const algorithmOther = 'sso.id-token.algorithm-other';
const keyInHeader = 'sso.id-token.key-in-header';

/** The honest token with this put into its header, validly signed. */
const withHeader =
  (change: (kit: IdTokenKit) => Json) =>
  ({ header, claims }: IdToken, kit: IdTokenKit): string =>
    signed({ header: { ...header, ...change(kit) }, claims }, kit.signer);

/** The honest token by another algorithm, signed as that one says. */
const byAlgorithm =
  (alg: string, signature: (input: string, kit: IdTokenKit) => string) =>
  ({ header, claims }: IdToken, kit: IdTokenKit): string => {
    const input = signingInput({ header: { ...header, alg }, claims });
    return `${input}.${signature(input, kit)}`;
  };

const hs256 = (input: string, secret: string): string => createHmac('sha256', secret).update(input).digest('base64url');
const publicPem = ({ privateKeyPem }: TokenSigner): string =>
  createPublicKey(privateKeyPem).export({ type: 'spki', format: 'pem' }).toString();
const publicJwk = ({ keyId, privateKeyPem }: TokenSigner): Json => ({
  ...createPublicKey(privateKeyPem).export({ format: 'jwk' }),
  kid: keyId,
  use: 'sig',
});

export const headerDeviations = {
  'without-a-signature': {
    breaks: 'RFC 8725 §3.2',
    refusedWith: algorithmOther,
    title: 'its algorithm is "none", and its signature is empty',
    make: byAlgorithm('none', () => ''),
  },
  'signed-with-the-public-key': {
    breaks: 'RFC 8725 §2.1',
    refusedWith: algorithmOther,
    title: "it is signed by HMAC, with the realm's public key as the secret",
    make: byAlgorithm('HS256', (input, { signer }) => hs256(input, publicPem(signer))),
  },
  'signed-with-the-client-secret': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (8)',
    refusedWith: algorithmOther,
    title: 'it is signed by HMAC with the client secret, which nobody agreed on',
    make: byAlgorithm('HS256', (input, { clientSecret }) => hs256(input, clientSecret)),
  },
  'signed-with-another-hash': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (7)',
    refusedWith: algorithmOther,
    title: "it is validly signed by the realm's key, by RS512 where RS256 was agreed on",
    make: byAlgorithm('RS512', (input, { signer }) => sign('sha512', Buffer.from(input), signer.privateKeyPem).toString('base64url')),
  },
  'signed-with-an-elliptic-curve': {
    breaks: 'RFC 8725 §3.1',
    refusedWith: algorithmOther,
    title: "it is signed by ES256 with a stranger's key, under the id of the realm's key",
    make: byAlgorithm('ES256', (input, { stranger }) =>
      sign('sha256', Buffer.from(input), { key: stranger.ec.privateKeyPem, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
    ),
  },
  'whose-algorithm-is-in-lower-case': {
    breaks: 'RFC 7515 §4.1.1',
    refusedWith: algorithmOther,
    title: 'its algorithm is called "rs256"',
    make: withHeader(() => ({ alg: 'rs256' })),
  },
  'with-a-critical-extension': {
    breaks: 'RFC 7515 §4.1.11',
    refusedWith: 'sso.id-token.header-critical',
    title: 'it names an extension that must be understood, and that nobody knows',
    make: withHeader(() => ({ crit: ['urn:tempered:bound-to'], 'urn:tempered:bound-to': 'another-browser' })),
  },
  'with-a-key-in-its-header': {
    breaks: 'RFC 7515 §4.1.3',
    refusedWith: keyInHeader,
    title: 'it brings a public key along to be verified with',
    make: withHeader(({ stranger }) => ({ jwk: publicJwk(stranger.rsa) })),
  },
  'with-the-address-of-a-key-set': {
    breaks: 'RFC 7515 §4.1.2',
    refusedWith: keyInHeader,
    title: 'it says where the keys to verify it are to be fetched',
    make: withHeader(() => ({ jku: 'https://keys.stranger.test/jwks' })),
  },
  'with-a-certificate-in-its-header': {
    breaks: 'RFC 7515 §4.1.6',
    refusedWith: keyInHeader,
    title: 'it brings a certificate along to be verified with',
    make: withHeader(({ stranger }) => ({ x5c: [stranger.certificate] })),
  },
  'with-the-address-of-a-certificate': {
    breaks: 'RFC 7515 §4.1.5',
    refusedWith: keyInHeader,
    title: 'it says where the certificate to verify it is to be fetched',
    make: withHeader(() => ({ x5u: 'https://keys.stranger.test/certificate' })),
  },
  'of-another-type': {
    breaks: 'RFC 8725 §3.11',
    refusedWith: 'sso.id-token.type-other',
    title: 'its header says that it is an access token',
    make: withHeader(() => ({ typ: 'at+jwt' })),
  },
  'by-an-unknown-key': {
    breaks: 'RFC 7515 §4.1.4',
    refusedWith: 'sso.id-token.key-unknown',
    title: 'it names a key that the realm never published',
    make: withHeader(({ stranger }) => ({ kid: stranger.rsa.keyId })),
  },
  'with-a-flipped-bit-in-its-signature': {
    breaks: 'RFC 7515 §5.2 (8)',
    refusedWith: 'sso.id-token.signature-wrong',
    title: 'one bit of its signature is turned',
    make: (honest, { signer }) => {
      const [header, claims, signature = ''] = signed(honest, signer).split('.');
      const bytes = Buffer.from(signature, 'base64url');
      bytes[17] = (bytes[17] ?? 0) ^ 1;
      return `${header}.${claims}.${base64url(bytes)}`;
    },
  },
  'signed-by-another-key': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (6)',
    refusedWith: 'sso.id-token.signature-wrong',
    title: "a stranger signed it, under the id of the realm's key",
    make: (honest, { stranger }) => signed(honest, stranger.rsa),
  },
  'whose-signature-was-taken-off': {
    breaks: 'RFC 8725 §3.3',
    refusedWith: 'sso.id-token.signature-wrong',
    title: 'it says RS256, and its signature is empty',
    make: (honest) => `${signingInput(honest)}.`,
  },
  'altered-after-it-was-signed': {
    breaks: 'RFC 7515 §5.2 (7)',
    refusedWith: 'sso.id-token.signature-wrong',
    title: 'its subject was changed after it was signed',
    make: (honest, { signer }) => {
      const [, , signature] = signed(honest, signer).split('.');
      return `${signingInput({ ...honest, claims: { ...honest.claims, sub: 'somebody-else' } })}.${signature}`;
    },
  },
} as const satisfies IdTokenDeviations;
