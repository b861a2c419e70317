/** Gives what Chromium's virtual authenticator registers the attestation of real hardware (or of none), before the page sees it: the ceremony is the browser's own, only the statement is replaced. */
import { createPrivateKey } from 'node:crypto';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { AttestationMode } from '../agent.ts';
import { attest } from './attestation.ts';
import type { AuthenticatorModel } from './make.ts';
import type { VirtualAuthenticator } from './virtual-authenticator.ts';

export type Shim = { mode: AttestationMode };

const bindingName = 'temperedAttest';
const registrationSchema = z.looseObject({
  id: z.string(),
  response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string(), authenticatorData: z.string().optional() }),
});

/** Install before the first navigation. `mode` of the returned shim may be changed before each ceremony; `hardware` at first. */
export async function installShim(page: Page, model: AuthenticatorModel, authenticator: VirtualAuthenticator): Promise<Shim> {
  const shim: Shim = { mode: 'hardware' };
  await page.exposeFunction(bindingName, async (text: string): Promise<string> => {
    const { id, response } = registrationSchema.parse(JSON.parse(text));
    const credentialKey = async () => privateKeyOf(await authenticator.keys(), id);
    return JSON.stringify((await attest({ id, response }, { mode: shim.mode, model, credentialKey })).response);
  });
  await page.addInitScript({ content: pageScript });
  return shim;
}

function privateKeyOf(keys: Awaited<ReturnType<VirtualAuthenticator['keys']>>, id: string) {
  const key = keys.find((each) => each.credentialId === id);
  if (!key) throw new Error('the virtual authenticator does not hold the credential that it made');
  return createPrivateKey({ key: Buffer.from(key.privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
}

/**
 * Runs in the page before its own script. Both ways to read a registration are replaced: its members, and toJSON. The key makes ES256
 * credentials (-7), as the wire user's does, so that either can be held by the other; a page that does not offer them is left alone.
 */
const pageScript = `(() => {
  const container = globalThis.CredentialsContainer?.prototype;
  if (!container) return;
  const create = container.create;
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0)).buffer;
  container.create = async function (options) {
    if (!options?.publicKey) return create.call(this, options);
    const es256 = options.publicKey.pubKeyCredParams.filter(({ alg }) => alg === -7);
    const publicKey = es256.length > 0 ? { ...options.publicKey, pubKeyCredParams: es256 } : options.publicKey;
    const credential = await create.call(this, { ...options, publicKey });
    if (!credential?.response) return credential;
    const json = credential.toJSON();
    const response = JSON.parse(await globalThis.${bindingName}(JSON.stringify(json)));
    Object.defineProperty(credential.response, 'attestationObject', { value: bytes(response.attestationObject) });
    if (response.authenticatorData) credential.response.getAuthenticatorData = () => bytes(response.authenticatorData);
    credential.toJSON = () => ({ ...json, response });
    return credential;
  };
})();`;
