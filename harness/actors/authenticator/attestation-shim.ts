/** Gives what Chromium's virtual authenticator makes another attestation, or another assertion, before the page sees it: the ceremony is the browser's own, only what an act asks for is replaced. */
import { createPrivateKey } from 'node:crypto';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { Entry } from '../agent.ts';
import { attest } from './attestation.ts';
import { assertionDeviations, type Hardware } from './make.ts';
import type { VirtualAuthenticator } from './virtual-authenticator.ts';

export type Shim = { ceremony: Entry['ceremony'] };

const bindings = { create: 'temperedAttest', get: 'temperedAssert' } as const;
const registrationSchema = z.looseObject({
  id: z.string(),
  response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string(), authenticatorData: z.string().optional() }),
});

const assertionSchema = z.looseObject({
  id: z.string(),
  response: z.looseObject({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string() }),
});

/** Install before the first navigation. `ceremony` of the returned shim may be changed before each; without one, keys are registered, and sign, honestly. */
export async function installShim(page: Page, model: Hardware, authenticator: VirtualAuthenticator): Promise<Shim> {
  const shim: Shim = { ceremony: undefined };
  await page.exposeFunction(bindings.create, async (text: string): Promise<string> => {
    const { id, response } = registrationSchema.parse(JSON.parse(text));
    const mode = shim.ceremony?.kind === 'registration' ? shim.ceremony.attestation : 'honest';
    const credentialKey = async () => privateKeyOf(await authenticator.keys(), id);
    return JSON.stringify((await attest({ id, response }, { mode, model, credentialKey })).response);
  });
  await page.exposeFunction(bindings.get, async (text: string): Promise<string> => {
    const { id, response } = assertionSchema.parse(JSON.parse(text));
    const mode = shim.ceremony?.kind === 'assertion' ? shim.ceremony.assertion : 'honest';
    if (mode === 'honest') return JSON.stringify(response);
    const credentialKey = privateKeyOf(await authenticator.keys(), id);
    return JSON.stringify(assertionDeviations[mode].make({ response }, { credentialKey }).response);
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
  const { create, get } = container;
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0)).buffer;
  container.create = async function (options) {
    if (!options?.publicKey) return create.call(this, options);
    const es256 = options.publicKey.pubKeyCredParams.filter(({ alg }) => alg === -7);
    const publicKey = es256.length > 0 ? { ...options.publicKey, pubKeyCredParams: es256 } : options.publicKey;
    const credential = await create.call(this, { ...options, publicKey });
    if (!credential?.response) return credential;
    const json = credential.toJSON();
    const response = JSON.parse(await globalThis.${bindings.create}(JSON.stringify(json)));
    Object.defineProperty(credential.response, 'attestationObject', { value: bytes(response.attestationObject) });
    if (response.authenticatorData) credential.response.getAuthenticatorData = () => bytes(response.authenticatorData);
    credential.toJSON = () => ({ ...json, response });
    return credential;
  };
  container.get = async function (options) {
    const credential = await get.call(this, options);
    if (!credential?.response) return credential;
    const json = credential.toJSON();
    const response = JSON.parse(await globalThis.${bindings.get}(JSON.stringify(json)));
    for (const name of ['clientDataJSON', 'signature']) Object.defineProperty(credential.response, name, { value: bytes(response[name]) });
    credential.toJSON = () => ({ ...json, response });
    return credential;
  };
})();`;
