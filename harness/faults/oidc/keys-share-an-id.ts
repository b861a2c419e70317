/** Two different keys are published under one id: two nodes that each made a key of their own (C-03). RFC 7517 §4.5. */
import { answerFault, saying } from '../answer-fault.ts';
import { keyIdsIn, seenInKeys } from '../observing.ts';

type Jwk = Readonly<Record<string, unknown>>;

/** The same kind of key with another modulus; what certificates say of the old one would betray it. */
function another({ x5c: _certificate, x5t: _thumbprint, 'x5t#S256': _longThumbprint, ...key }: Jwk): Jwk {
  const modulus = Buffer.from(String(key.n), 'base64url');
  return { ...key, n: Buffer.from([...modulus.subarray(0, -1), 0x5b]).toString('base64url') };
}

export const keysShareAnId = answerFault({
  name: 'idp.keys-share-an-id',
  title: 'The identity provider publishes two different keys under the same id.',
  meets: 'sso.id-token.key-ambiguous',
  kind: 'jwks',
  rewrite: saying((said) => ({
    ...said,
    keys: (said.keys as readonly Jwk[]).flatMap((key) => (key.kty === 'RSA' ? [key, another(key)] : [key])),
  })),
  observe: seenInKeys(({ json }) => keyIdsIn(json).length > new Set(keyIdsIn(json)).size),
});
