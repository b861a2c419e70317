/** User contexts that depart in their form: how often, how long, in how many parts, and by whom the parts are held together. RFC 7515 §3.1, §5.2. */
import { base64url, type ContextToken, type ContextTokenDeviations, partsOf, signedContext, signedParts } from './token.ts';

const code = 'tracker.uct';

const signatureOf = (compact: string): Buffer => Buffer.from(compact.split('.')[2] ?? '', 'base64url');
function turned(signature: Buffer): string {
  const changed = Buffer.from(signature);
  changed[7] = (changed[7] ?? 0) ^ 1;
  return changed.toString('base64url');
}
/** The first claim stands in front once more, with another value: readers differ in which counts. */
const withNameTwice = ({ claims }: ContextToken): string => `{"sub":"u-of-somebody-else",${JSON.stringify(claims).slice(1)}`;

export const formDeviations = {
  'that-is-not-there': {
    breaks: 'RFC 6750 §3.1',
    refusedWith: `${code}.missing`,
    title: 'there is none',
    make: () => [],
  },
  'that-comes-twice': {
    breaks: 'RFC 9110 §5.3',
    refusedWith: `${code}.repeated`,
    title: 'its header stands in the request twice, each time with a good one',
    make: (honest, { signer }) => [
      signedContext(honest, signer),
      signedContext({ ...honest, claims: { ...honest.claims, jti: 'a-second-one' } }, signer),
    ],
  },
  'that-is-too-long': {
    breaks: 'NIST SP 800-53 SC-5',
    refusedWith: `${code}.too-large`,
    title: 'its session handle is three thousand characters long',
    make: (honest, { signer }) => [signedContext({ ...honest, claims: { ...honest.claims, sid: 's'.repeat(3_000) } }, signer)],
  },
  'that-is-encrypted': {
    breaks: 'RFC 7516 §9',
    refusedWith: `${code}.encrypted`,
    title: 'it has the five parts of an encrypted token',
    make: (honest, { signer }) => {
      const header = base64url(JSON.stringify({ alg: 'dir', enc: 'A256GCM', typ: 'uct+jwt', kid: signer.keyId }));
      const [, claims = '', signature = ''] = signedContext(honest, signer).split('.');
      return [`${header}..${base64url('initial-vec.')}.${claims}.${signature.slice(0, 22)}`];
    },
  },
  'with-a-claim-twice': {
    breaks: 'RFC 7519 §4 (unique names)',
    refusedWith: `${code}.malformed`,
    title: 'two subjects stand in it, one after the other',
    make: (honest, { signer }) => {
      const [header = ''] = partsOf(honest).split('.');
      return [signedParts(`${header}.${base64url(withNameTwice(honest))}`, signer)];
    },
  },
  'with-a-token-inside': {
    breaks: 'RFC 7519 §5.2',
    refusedWith: `${code}.malformed`,
    title: 'what is signed in it is another signed token',
    make: (honest, { signer }) => {
      const [header = ''] = partsOf(honest).split('.');
      return [signedParts(`${header}.${base64url(signedContext(honest, signer))}`, signer)];
    },
  },
  'without-its-signature': {
    breaks: 'RFC 7515 §5.2 (8)',
    refusedWith: `${code}.signature-wrong`,
    title: 'the third part is empty',
    make: (honest) => [`${partsOf(honest)}.`],
  },
  'with-a-turned-bit-in-its-signature': {
    breaks: 'RFC 7518 §3.4',
    refusedWith: `${code}.signature-wrong`,
    title: 'one bit of the signature is turned',
    make: (honest, { signer }) => [`${partsOf(honest)}.${turned(signatureOf(signedContext(honest, signer)))}`],
  },
  'signed-by-a-stranger': {
    breaks: 'RFC 8725 §3.8',
    refusedWith: `${code}.signature-wrong`,
    title: 'another key signed it, and it names ours',
    make: (honest, { stranger }) => [signedContext(honest, stranger.ec)],
  },
  'altered-after-it-was-signed': {
    breaks: 'RFC 7515 §10.1',
    refusedWith: `${code}.signature-wrong`,
    title: 'its subject was changed after it was signed',
    make: (honest, { signer }) => {
      const altered = { ...honest, claims: { ...honest.claims, sub: 'u-of-somebody-else' } };
      return [`${partsOf(altered)}.${signatureOf(signedContext(honest, signer)).toString('base64url')}`];
    },
  },
} as const satisfies ContextTokenDeviations;
