/** A software authenticator with its client, for a user without a browser: discoverable ES256 credentials, a counter, and flags under control. WebAuthn L3 §6.3. */
import type { KeyObject } from 'node:crypto';
import type { Random } from '../../system/kernel/ports.ts';
import { type AuthenticatorModel, attestedBy, authenticatorDataOf, type P256Jwk, p256Key, p256KeyFromJwk } from '../attestation/index.ts';
import {
  type AssertionJson,
  type AuthenticatorFlags,
  assertionResponse,
  type CredentialIdentity,
  honestFlags,
  type RegistrationJson,
  registrationResponse,
} from './responses.ts';

export type { AssertionJson, AuthenticatorFlags, Ceremony, CredentialIdentity, RegistrationJson } from './responses.ts';
export { assertionResponse, honestFlags, registrationResponse } from './responses.ts';

/** What a page's `data-options` hold, as far as an authenticator reads them. */
export type CreationOptions = {
  readonly challenge: string;
  readonly rp: { readonly id?: string };
  readonly user: { readonly id: string };
  readonly pubKeyCredParams: readonly { readonly alg: number }[];
};
export type RequestOptions = {
  readonly challenge: string;
  readonly rpId?: string;
  readonly allowCredentials?: readonly { readonly id: string }[];
};

export type StoredCredential = {
  readonly id: string;
  readonly rpId: string;
  readonly userHandle: string;
  readonly signCount: number;
  readonly jwk: P256Jwk;
};
type Act = { readonly origin: string; readonly flags?: Partial<AuthenticatorFlags>; readonly crossOrigin?: boolean };

export type SoftwareAuthenticator = {
  /** Makes a credential, attested by the model. Throws a NotAllowedError-like TypeError when the options or the origin do not fit. */
  create(options: CreationOptions, act: Act): RegistrationJson;
  /** Signs with the newest fitting credential. Throws when there is none. */
  get(options: RequestOptions, act: Act): AssertionJson;
  /** The private key of a credential, for self attestation. */
  keyOf(credentialId: string): KeyObject;
  export(): readonly StoredCredential[];
  /** Replaces all credentials. */
  import(credentials: readonly StoredCredential[]): void;
};

/** Empty at first; keys and ids come from `random`. */
export function softwareAuthenticator({
  model,
  random,
}: {
  readonly model: AuthenticatorModel;
  readonly random: Random;
}): SoftwareAuthenticator {
  let credentials: StoredCredential[] = [];
  const keep = (credential: StoredCredential): void => {
    credentials = [...credentials.filter(({ id }) => id !== credential.id), credential];
  };
  return {
    create: (options, { origin, flags, crossOrigin = false }) => {
      const rpId = fittingRpId(options.rp.id, origin);
      if (!options.pubKeyCredParams.some(({ alg }) => alg === -7)) throw new TypeError('this authenticator makes ES256 credentials only');
      const stored: StoredCredential = {
        id: Buffer.from(random.bytes(32)).toString('base64url'),
        rpId,
        userHandle: options.user.id,
        signCount: 1,
        jwk: p256Key(random).jwk,
      };
      keep(stored);
      const ceremony = {
        challenge: options.challenge,
        origin,
        rpId,
        flags: { ...honestFlags, ...flags },
        signCount: stored.signCount,
        crossOrigin,
      };
      const unattested = registrationResponse(identity(stored), model.aaguid, ceremony);
      return attestedBy(unattested, model, authenticatorDataOf(unattested));
    },
    get: (options, { origin, flags, crossOrigin = false }) => {
      const rpId = fittingRpId(options.rpId, origin);
      const allowed = options.allowCredentials ?? [];
      const found = credentials.findLast(
        ({ id, rpId: of }) => of === rpId && (allowed.length === 0 || allowed.some((one) => one.id === id)),
      );
      if (found === undefined) throw new TypeError('no credential for this relying party');
      const used = { ...found, signCount: found.signCount + 1 };
      credentials = credentials.map((one) => (one.id === used.id ? used : one));
      const ceremony = {
        challenge: options.challenge,
        origin,
        rpId,
        flags: { ...honestFlags, ...flags },
        signCount: used.signCount,
        crossOrigin,
      };
      return assertionResponse(identity(used), ceremony);
    },
    keyOf: (credentialId) => {
      const found = credentials.find(({ id }) => id === credentialId);
      if (found === undefined) throw new TypeError('no such credential');
      return p256KeyFromJwk(found.jwk).privateKey;
    },
    export: () => [...credentials],
    import: (given) => {
      credentials = [...given];
    },
  };
}

const identity = ({ id, jwk, userHandle }: StoredCredential): CredentialIdentity => ({ id, key: p256KeyFromJwk(jwk), userHandle });

/** A client signs for its page's own host or a parent of it, over TLS, and for nothing else. WebAuthn L3 §5.1.3 step 8. */
function fittingRpId(asked: string | undefined, origin: string): string {
  const { protocol, hostname } = new URL(origin);
  const rpId = asked ?? hostname;
  if (protocol !== 'https:' || (hostname !== rpId && !hostname.endsWith(`.${rpId}`)))
    throw new TypeError(`SecurityError: ${origin} may not speak for ${rpId}`);
  return rpId;
}
