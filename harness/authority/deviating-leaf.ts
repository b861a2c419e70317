/** Server certificates that are wrong in exactly one thing and honest in all others. */
import { type Authority, createAuthority } from './authority.ts';
import type { KeyedCertificate } from './x509.ts';

export const certificateDeviations = ['expired', 'untrusted', 'other-name'] as const;
export type CertificateDeviation = (typeof certificateDeviations)[number];

const minuteMs = 60_000;

/** A leaf for `host` that a careful client refuses for this one reason. */
export async function deviatingLeaf(
  authority: Authority,
  host: string,
  deviation: CertificateDeviation,
  now: () => number = Date.now,
): Promise<KeyedCertificate> {
  switch (deviation) {
    case 'expired':
      return authority.leafFor(host, { validFrom: new Date(now() - 50 * minuteMs), validTo: new Date(now() - 10 * minuteMs) });
    case 'untrusted':
      return (await createAuthority({ name: 'An Authority Nobody Trusts', now })).leafFor(host);
    case 'other-name':
      return authority.leafFor(host, { altNames: [`not-${host}`] });
  }
}
