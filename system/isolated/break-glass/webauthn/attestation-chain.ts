/** Follows an attestation's certificates up to a root that was accepted in advance. The library is given no roots, since it keeps them for the whole process and fetches what certificates point to. WebAuthn L3 §7.1, RFC 5280 §6.1. */
import { X509Certificate } from 'node:crypto';

export type TrustedRoot = { readonly certificate: X509Certificate; readonly models: ReadonlySet<string> };

export type ChainFinding = {
  readonly chain: 'trusted' | 'out-of-date' | 'not-trusted';
  /** AAGUIDs that the maker behind this root may attest; empty unless trusted. */
  readonly models: ReadonlySet<string>;
};

const longestChain = 5;
const notTrusted: ChainFinding = { chain: 'not-trusted', models: new Set() };

/** One root may be listed for several models. Throws when a PEM cannot be read. */
export function trustedRoots(
  authenticators: readonly { readonly aaguid: string; readonly rootsPem: readonly string[] }[],
): readonly TrustedRoot[] {
  const pairs = authenticators.flatMap(({ aaguid, rootsPem }) =>
    rootsPem.map((pem) => ({ aaguid, certificate: new X509Certificate(pem) })),
  );
  return [...Map.groupBy(pairs, ({ certificate }) => certificate.fingerprint256).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ certificate: first.certificate, models: new Set(same.map(({ aaguid }) => aaguid)) }] : [];
  });
}

const issued = (issuer: X509Certificate, subject: X509Certificate): boolean =>
  issuer.ca && subject.checkIssued(issuer) && subject.verify(issuer.publicKey);

const current = (certificate: X509Certificate, nowMs: number): boolean =>
  certificate.validFromDate.getTime() <= nowMs && nowMs <= certificate.validToDate.getTime();

function read(certificates: readonly Uint8Array[]): readonly X509Certificate[] | undefined {
  try {
    return certificates.map((der) => new X509Certificate(der));
  } catch {
    return undefined;
  }
}

/** `certificates` are DER, each issued by the next. `nowMs` is the instant to judge validity at. */
export function followChain(certificates: readonly Uint8Array[], roots: readonly TrustedRoot[], nowMs: number): ChainFinding {
  const chain = read(certificates);
  const top = chain?.at(-1);
  if (chain === undefined || top === undefined || chain.length > longestChain) return notTrusted;
  const linked = chain.every((certificate, index) => {
    const issuer = chain[index + 1];
    return issuer === undefined || issued(issuer, certificate);
  });
  const anchor = roots.find(({ certificate }) => issued(certificate, top));
  if (!linked || anchor === undefined) return notTrusted;
  const upToDate = [...chain, anchor.certificate].every((certificate) => current(certificate, nowMs));
  return { chain: upToDate ? 'trusted' : 'out-of-date', models: upToDate ? anchor.models : new Set() };
}
