/** The attestation test root: a manufacturer of our own, whose keys the system is told to accept in a world and nowhere else. */
import { X509Certificate } from 'node:crypto';
import type { Random } from '../../system/kernel/ports.ts';
import { chromiumAaguid } from './aaguid.ts';
import { modelCertificate, rootCertificate, type Validity } from './certificates.ts';
import { type P256Key, p256Key } from './p256-key.ts';

/** A make of authenticator: what signs its attestations. */
export type AuthenticatorModel = {
  readonly aaguid: string;
  readonly key: P256Key;
  /** DER certificates, the model's own first, the root left out. */
  readonly chain: readonly Uint8Array[];
};

export type AttestationAuthority = {
  readonly rootPem: string;
  /** `certifiedAaguid` is what the certificate says; the model's own AAGUID unless a deviation wants them to differ. */
  model(aaguid: string, options?: { readonly certifiedAaguid?: string; readonly validity?: Validity }): Promise<AuthenticatorModel>;
};

/** What accounts register, with its maker and another one. */
export type Hardware = AuthenticatorModel & {
  readonly makers: { readonly listed: AttestationAuthority; readonly other: () => Promise<AttestationAuthority> };
};

const dayMs = 86_400_000;
const name = (commonName: string): string => `C=DE, O=Tempered, OU=Authenticator Attestation, CN=${commonName}`;
const aroundNow = (nowMs: number): Validity => ({ notBefore: new Date(nowMs - dayMs), notAfter: new Date(nowMs + 3650 * dayMs) });

/** A root and its models, from `random`. `nowMs` (since the epoch) sets their validity: a day before to ten years after. */
export async function attestationAuthority({
  random,
  nowMs,
}: {
  readonly random: Random;
  readonly nowMs: number;
}): Promise<AttestationAuthority> {
  const root = { name: 'C=DE, O=Tempered, CN=Attestation test root', key: p256Key(random) };
  const rootDer = await rootCertificate(root, aroundNow(nowMs), random);
  return {
    rootPem: new X509Certificate(rootDer).toString(),
    model: async (aaguid, { certifiedAaguid = aaguid, validity = aroundNow(nowMs) } = {}) => {
      const key = p256Key(random);
      const der = await modelCertificate({
        model: { name: name('Test model'), key },
        issuer: root,
        aaguid: certifiedAaguid,
        validity,
        random,
      });
      return { aaguid, key, chain: [der] };
    },
  };
}

/** A model as Chromium's virtual authenticators attest it: its AAGUID, under a batch certificate that vouches for itself. */
export async function chromiumModel({ random, nowMs }: { readonly random: Random; readonly nowMs: number }): Promise<AuthenticatorModel> {
  const batch = { name: 'C=US, O=Chromium, OU=Authenticator Attestation, CN=Batch Certificate', key: p256Key(random) };
  const der = await modelCertificate({ model: batch, issuer: batch, aaguid: chromiumAaguid, validity: aroundNow(nowMs), random });
  return { aaguid: chromiumAaguid, key: batch.key, chain: [der] };
}
