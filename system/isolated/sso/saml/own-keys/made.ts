/** Makes the relying party's key pairs for SAML, when a cloud is provisioned. */
import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';
import type { Clock, Random, Store } from '../../../../kernel/ports.ts';
import { type SamlKeyPair, type SamlKeys, samlKeysIn } from './stored.ts';

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 } as const;
const dayMs = 86_400_000;
/** Nobody checks it but people: the key is trusted because it was handed over. */
const certificateLifetimeMs = 3650 * dayMs;

/** Fresh pairs, each with a certificate that vouches for itself. The keys come from the platform's own randomness, the serial numbers from the port. */
export async function newSamlKeys(commonName: string, ports: { readonly clock: Clock; readonly random: Random }): Promise<SamlKeys> {
  const [signing, encryption] = await Promise.all([
    newKeyPair(`${commonName} signing`, ports),
    newKeyPair(`${commonName} encryption`, ports),
  ]);
  return { signing, encryption };
}

async function newKeyPair(commonName: string, { clock, random }: { readonly clock: Clock; readonly random: Random }): Promise<SamlKeyPair> {
  const keys = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: `1${Buffer.from(random.bytes(15)).toString('hex')}`,
    name: `CN=${commonName}`,
    notBefore: new Date(clock.now() - dayMs),
    notAfter: new Date(clock.now() + certificateLifetimeMs),
    signingAlgorithm: rsa,
    keys,
  });
  return {
    privateKeyPem: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: certificate.toString('pem'),
  };
}

/** Keeps what was given, or makes what is not there yet: keys that exist stay, because the identity provider knows them. */
export async function provisionSamlKeys(
  store: Store,
  { given, clock, random }: { readonly given: SamlKeys | undefined; readonly clock: Clock; readonly random: Random },
): Promise<void> {
  const kept = samlKeysIn(store);
  if (given) kept.save(given);
  else if (!kept.current()) kept.save(await newSamlKeys('Single sign-on', { clock, random }));
}
