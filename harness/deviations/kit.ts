/** What deviations are made with: the realm's own signing key, and keys of a stranger whom no realm ever published. */
import { createHash, generateKeyPair, generateKeyPairSync } from 'node:crypto';
import { promisify } from 'node:util';
import type { IdTokenKit, Stranger } from '../../fakes/deviations/id-tokens/token.ts';
import { createAuthority } from '../authority/authority.ts';
import type { Realm } from '../idp/driver.ts';

const generate = promisify(generateKeyPair);
const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;

let strangers: Promise<Stranger & { readonly weakKeyPem: string }> | undefined;

/** Made once for a process: they are nobody's keys, whichever world meets them. */
export function stranger(): Promise<Stranger & { readonly weakKeyPem: string }> {
  strangers ??= newStranger();
  return strangers;
}

async function newStranger(): Promise<Stranger & { readonly weakKeyPem: string }> {
  const [rsa, weak, authority] = await Promise.all([
    generate('rsa', { modulusLength: 2048 }),
    generate('rsa', { modulusLength: 1024 }),
    createAuthority({ name: 'Stranger' }),
  ]);
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [rsaPem, ecPem] = [rsa, ec].map(({ privateKey }) => privateKey.export(pkcs8).toString());
  const signerOf = (privateKeyPem = ''): Stranger['rsa'] => ({ keyId: keyIdOf(privateKeyPem), privateKeyPem });
  return {
    rsa: signerOf(rsaPem),
    ec: signerOf(ecPem),
    certificate: Buffer.from(authority.certificateDer).toString('base64'),
    weakKeyPem: weak.privateKey.export(pkcs8).toString(),
  };
}

const keyIdOf = (pem: string): string => `stranger-${createHash('sha256').update(pem).digest('hex').slice(0, 8)}`;

/** For the realm as it signs right now. */
export async function idTokenKit(realm: Pick<Realm, 'signingKey' | 'relyingParty'>): Promise<IdTokenKit> {
  const [{ keyId, privateKeyPem }, nobody] = await Promise.all([realm.signingKey(), stranger()]);
  return { signer: { keyId, privateKeyPem }, clientSecret: realm.relyingParty.clientSecret, stranger: nobody };
}
