/** All departures of a security key's attestation from that of the listed hardware, each in exactly one thing (S15). WebAuthn L3 §6.5.4. */
import type { KeyObject } from 'node:crypto';
import {
  attestedBy,
  authenticatorDataOf,
  packedStatement,
  type Registration,
  resignAttestation,
  signedBytes,
  withAttestation,
  withFlags,
  withModel,
} from '../attestation/attestation-object.ts';
import type { AttestationAuthority, AuthenticatorModel } from '../attestation/authority.ts';
import type { Deviation } from './deviation.ts';

/** What an attestation is made with. */
export type AttestationKit = {
  /** The listed hardware. */
  readonly model: AuthenticatorModel;
  readonly makers: { readonly listed: AttestationAuthority; readonly other: () => Promise<AttestationAuthority> };
  /** The new credential's own private key. */
  readonly credentialKey: () => Promise<KeyObject>;
  /** What Chromium's virtual keys attest with; undefined where one of them made the registration, which says so already. */
  readonly chromium: AuthenticatorModel | undefined;
  readonly nowMs: number;
};
/** The same registration with another statement; the credential itself is untouched. */
export type MakeAttestation = <Given extends Registration>(registration: Given, kit: AttestationKit) => Given | Promise<Given>;
export type AttestationDeviation = Deviation<MakeAttestation>;

const refused = (reason: string) => `break-glass.registration.${reason}`;
const yearMs = 365 * 86_400_000;
const unlistedAaguid = '5d1f0c2e-93b7-4a86-8e40-b1d9f2a6c773';
const otherAaguid = '11111111-2222-4333-8444-555555555555';
const backupEligibleFlag = 0b0000_1000;

const listedData = (registration: Registration, { model }: AttestationKit): Uint8Array =>
  withModel(authenticatorDataOf(registration), model.aaguid);

export const attestationDeviations = {
  'without-attestation': {
    breaks: 'WebAuthn L3 §8.7',
    refusedWith: refused('attestation-none'),
    title: 'nobody attests it, and it claims the listed model all the same',
    make: (registration, kit) => withAttestation(registration, { fmt: 'none', attStmt: {}, authData: listedData(registration, kit) }),
  },
  'that-attests-itself': {
    breaks: 'WebAuthn L3 §8.2 (self attestation)',
    refusedWith: refused('attestation-self'),
    title: 'it attests itself, and claims the listed model',
    async make(registration, kit) {
      const authData = listedData(registration, kit);
      const attStmt = packedStatement(await kit.credentialKey(), signedBytes(registration, authData));
      return withAttestation(registration, { fmt: 'packed', attStmt, authData });
    },
  },
  'of-another-maker': {
    breaks: 'WebAuthn L3 §7.1 (trust anchor)',
    refusedWith: refused('root-not-trusted'),
    title: 'it is the listed model, by a maker that nobody accepts',
    make: async (registration, { model, makers }) => resignAttestation(await (await makers.other()).model(model.aaguid), registration),
  },
  'of-an-unlisted-model': {
    breaks: 'S15',
    refusedWith: refused('authenticator-not-listed'),
    title: 'it is a model of the accepted maker that is not on the list',
    make: async (registration, { makers }) => resignAttestation(await makers.listed.model(unlistedAaguid), registration),
  },
  'with-an-expired-certificate': {
    breaks: 'RFC 5280 §6.1',
    refusedWith: refused('certificate-out-of-date'),
    title: "its model's certificate ended a year ago",
    async make(registration, { model, makers, nowMs }) {
      const validity = { notBefore: new Date(nowMs - 2 * yearMs), notAfter: new Date(nowMs - yearMs) };
      return resignAttestation(await makers.listed.model(model.aaguid, { validity }), registration);
    },
  },
  'with-the-certificate-of-another-model': {
    breaks: 'WebAuthn L3 §8.2 (model)',
    refusedWith: refused('model-not-certified'),
    title: 'its certificate is for one model, and the authenticator data name another',
    make: async (registration, { model, makers }) =>
      resignAttestation(await makers.listed.model(model.aaguid, { certifiedAaguid: otherAaguid }), registration),
  },
  'that-may-be-copied': {
    breaks: 'WebAuthn L3 §6.1.3',
    refusedWith: refused('key-not-hardware'),
    title: 'it may be copied to another device',
    make: (registration, kit) => attestedBy(registration, kit.model, withFlags(listedData(registration, kit), backupEligibleFlag)),
  },
  'with-a-forged-attestation': {
    breaks: 'WebAuthn L3 §7.1 (signature)',
    refusedWith: refused('attestation-library-refused'),
    title: 'it has the honest statement, with one bit of what was signed turned',
    make(registration, kit) {
      const authData = listedData(registration, kit);
      const wrong = Uint8Array.from(signedBytes(registration, authData));
      wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1;
      const attStmt = packedStatement(kit.model.key.privateKey, wrong, kit.model.chain);
      return withAttestation(registration, { fmt: 'packed', attStmt, authData });
    },
  },
  'of-a-browser': {
    breaks: 'S15',
    refusedWith: refused('authenticator-denied'),
    title: "it attests what every browser's own virtual key does, whose private key is public",
    make: (registration, { chromium }) => (chromium ? resignAttestation(chromium, registration) : registration),
  },
} as const satisfies Readonly<Record<string, AttestationDeviation>>;
export type AttestationDeviationName = keyof typeof attestationDeviations;
