/** ID tokens that are no plain signed token: too few parts, no JSON, encrypted, said twice. RFC 7515, RFC 7519 §7.2, RFC 8725. */
import { constants, createCipheriv, createHash, createPublicKey, publicEncrypt } from 'node:crypto';
import { base64url, honestIdToken, type IdToken, type IdTokenDeviations, type IdTokenKit, signedText, signingInput } from './token.ts';

const malformed = 'sso.id-token.malformed';

/** Header and claims as given texts, validly signed. */
const signedTexts = (header: string, claims: string, { signer }: IdTokenKit): string =>
  signedText(`${base64url(header)}.${base64url(claims)}`, signer);

/** The text of a JSON object in which the member `name` stands twice, the second time with `again`. */
const saidTwice = (members: Readonly<Record<string, unknown>>, name: string, again: unknown): string =>
  JSON.stringify(members).replace(/\}$/, `,${JSON.stringify(name)}:${JSON.stringify(again)}}`);

/** Encrypted to a key that the relying party never had, as RFC 7516 §5.1 says. Key and vector come from the token: the same token, the same content. */
function encrypted(honest: IdToken, kit: IdTokenKit): string {
  const inner = honestIdToken(honest, kit);
  const seed = createHash('sha512').update(inner).digest();
  const [key, vector] = [seed.subarray(0, 32), seed.subarray(32, 44)];
  const header = base64url(JSON.stringify({ alg: 'RSA-OAEP-256', enc: 'A256GCM', cty: 'JWT', kid: kit.stranger.rsa.keyId }));
  const cipher = createCipheriv('aes-256-gcm', key, vector).setAAD(Buffer.from(header));
  const content = Buffer.concat([cipher.update(inner), cipher.final()]);
  const to = { key: createPublicKey(kit.stranger.rsa.privateKeyPem), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  return [header, ...[publicEncrypt(to, key), vector, content, cipher.getAuthTag()].map(base64url)].join('.');
}

export const formDeviations = {
  'that-is-no-jwt': {
    breaks: 'RFC 7519 §7.2 (1)',
    refusedWith: malformed,
    title: 'it is one opaque word without a period',
    make: (honest, kit) => honestIdToken(honest, kit).replaceAll('.', ''),
  },
  'of-two-parts': {
    breaks: 'RFC 7515 §7.1',
    refusedWith: malformed,
    title: 'the third part, the signature, is not there at all',
    make: (honest) => signingInput(honest),
  },
  'whose-header-is-no-json': {
    breaks: 'RFC 7515 §5.2 (3)',
    refusedWith: malformed,
    title: 'its header is no JSON',
    make: (honest, kit) => signedTexts(JSON.stringify(honest.header).slice(0, -1), JSON.stringify(honest.claims), kit),
  },
  'whose-claims-are-a-list': {
    breaks: 'RFC 7519 §7.2 (10)',
    refusedWith: malformed,
    title: 'its claims are a list and no object',
    make: (honest, kit) => signedTexts(JSON.stringify(honest.header), JSON.stringify([honest.claims]), kit),
  },
  'with-padding': {
    breaks: 'RFC 7515 §2',
    refusedWith: malformed,
    title: 'its parts are padded with equals signs',
    make: (honest, { signer }) => {
      const padded = signingInput(honest)
        .split('.')
        .map((part) => (part.length % 4 === 0 ? `${part}====` : part.padEnd(Math.ceil(part.length / 4) * 4, '=')))
        .join('.');
      return signedText(padded, signer);
    },
  },
  'that-is-encrypted': {
    breaks: 'OIDC Core 1.0 §3.1.3.7 (1)',
    refusedWith: 'sso.id-token.encrypted',
    title: 'it is encrypted, and nobody agreed on that',
    make: encrypted,
  },
  'with-two-subjects': {
    breaks: 'RFC 7519 §4',
    refusedWith: 'sso.id-token.claims-duplicated',
    title: 'the claim sub stands in it twice, with two values',
    make: ({ header, claims }, kit) => signedTexts(JSON.stringify(header), saidTwice(claims, 'sub', 'somebody-else'), kit),
  },
  'with-two-algorithms': {
    breaks: 'RFC 7515 §4',
    refusedWith: 'sso.id-token.claims-duplicated',
    title: 'its header names the algorithm twice, differently',
    make: ({ header, claims }, kit) => signedTexts(saidTwice(header, 'alg', 'none'), JSON.stringify(claims), kit),
  },
} as const satisfies IdTokenDeviations;
