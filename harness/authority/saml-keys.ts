/** The relying party's key pairs for SAML, made before any target is provisioned with them, so that its identity provider can be told. SAML Metadata 2.0 §2.4.1.1. */
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { certifyRsaKey } from './x509.ts';

/** PEM texts, the key as PKCS #8. */
export type SamlKeyPair = { readonly privateKeyPem: string; readonly certificatePem: string };
export type SamlKeys = { readonly signing: SamlKeyPair; readonly encryption: SamlKeyPair };

const generate = promisify(generateKeyPair);
const validity = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2046, 0, 1) };

let made: Promise<SamlKeys> | undefined;

/** A key pair of nobody: an assertion that is encrypted to it is lost to everybody. */
export const strangersKeyPair = (): Promise<SamlKeyPair> => newPair('Stranger');

/** Made once for a process: every world of it stands for the same cloud. */
export function samlKeys(): Promise<SamlKeys> {
  made ??= newKeys();
  return made;
}

async function newKeys(): Promise<SamlKeys> {
  const [signing, encryption] = await Promise.all([newPair('Isolated cloud signing'), newPair('Isolated cloud encryption')]);
  return { signing, encryption };
}

async function newPair(name: string): Promise<SamlKeyPair> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  const privateKeyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { privateKeyPem, certificatePem: await certifyRsaKey(name, privateKeyPem, validity) };
}
