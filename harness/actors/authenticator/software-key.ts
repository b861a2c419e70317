/** The security key of a wire user: software, with the same credentials that a browser user's virtual authenticator holds. */
import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import type { AssertionMode, AttestationMode } from '../agent.ts';
import { attest } from './attestation.ts';
import type { SecurityKey } from './key-ring.ts';
import {
  assertionDeviations,
  type Bytes,
  chromiumModel,
  type Hardware,
  p256KeyFromJwk,
  type SoftwareAuthenticator,
  type StoredCredential,
  softwareAuthenticator,
} from './make.ts';

export type SoftwareKey = {
  /** RegistrationResponseJSON as text; undefined when the authenticator or its client refuses. */
  register(optionsJson: string, origin: string, mode: AttestationMode): Promise<string | undefined>;
  /** AuthenticationResponseJSON as text; undefined when there is no fitting credential. */
  assert(optionsJson: string, origin: string, mode?: AssertionMode): string | undefined;
  keys(): readonly SecurityKey[];
  /** Replaces all credentials. */
  hold(keys: readonly SecurityKey[]): void;
};

export type SoftwareKeyOptions = {
  readonly model: Hardware;
  readonly random: Bytes;
  readonly nowMs: number;
  readonly keys: readonly SecurityKey[];
};

const creationSchema = z.looseObject({
  challenge: z.string(),
  rp: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string() }),
  pubKeyCredParams: z.array(z.looseObject({ alg: z.number() })),
});
const requestSchema = z.looseObject({
  challenge: z.string(),
  rpId: z.string(),
  allowCredentials: z.array(z.looseObject({ id: z.string() })).default([]),
});

/** Holds `keys` at first. `nowMs`, since the epoch, dates Chromium's own certificate. */
export function softwareKey({ model, random, nowMs, keys }: SoftwareKeyOptions): SoftwareKey {
  const authenticator = softwareAuthenticator({ model, random });
  authenticator.import(keys.map(stored));
  return {
    async register(optionsJson, origin, mode) {
      const options = creationSchema.parse(JSON.parse(optionsJson));
      const made = unlessRefused(() => authenticator.create(options, { origin }));
      if (made === undefined) return undefined;
      const chromium = mode === 'of-a-browser' ? { chromium: await chromiumModel({ random, nowMs }) } : {};
      return JSON.stringify(await attest(made, { mode, model, credentialKey: async () => authenticator.keyOf(made.id), ...chromium }));
    },
    assert(optionsJson, origin, mode = 'honest') {
      const options = requestSchema.parse(JSON.parse(optionsJson));
      const made = unlessRefused(() => authenticator.get(options, { origin }));
      if (made === undefined) return undefined;
      const credentialKey = authenticator.keyOf(made.id);
      return JSON.stringify(mode === 'honest' ? made : assertionDeviations[mode].make(made, { credentialKey }));
    },
    keys: () => heldBy(authenticator),
    hold: (held) => authenticator.import(held.map(stored)),
  };
}

/** The authenticator says no with a TypeError, as a browser does with a DOMException; everything else is a bug. */
function unlessRefused<Made>(work: () => Made): Made | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const heldBy = (authenticator: SoftwareAuthenticator): readonly SecurityKey[] =>
  authenticator.export().map(({ id, rpId, userHandle, signCount, jwk }) => ({
    credentialId: id,
    rpId,
    userHandle,
    signCount,
    privateKey: p256KeyFromJwk(jwk).privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  }));

function stored({ credentialId, privateKey, rpId, userHandle, signCount }: SecurityKey): StoredCredential {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
  const { x, y, d } = z.object({ x: z.string(), y: z.string(), d: z.string() }).parse(key.export({ format: 'jwk' }));
  return { id: credentialId, rpId, userHandle, signCount, jwk: { kty: 'EC', crv: 'P-256', x, y, d } };
}
