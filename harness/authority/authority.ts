/** The run's public authority: every host's certificate comes from it, browsers and services trust it and nothing else (S3). */
import { madeOnce } from './made-once.ts';
import { type KeyedCertificate, makeLeaf, makeSigner } from './x509.ts';

const hourMs = 3_600_000;
/** Backwards, so that a clock that is a little behind does not refuse an honest leaf; together 48 h (S3). */
export const authorityLife = { beforeMs: hourMs, afterMs: 47 * hourMs } as const;

export type LeafOptions = {
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** The host names that the certificate is good for, instead of `host` alone. */
  readonly altNames?: readonly string[];
};

export type Authority = {
  readonly name: string;
  readonly certificatePem: string;
  readonly certificateDer: Uint8Array<ArrayBuffer>;
  /** The server certificate of a host, which it keeps as long as the authority lives; told otherwise, one of that kind with a fresh key. `host` ends in `.test`. */
  leafFor(host: string, options?: LeafOptions): Promise<KeyedCertificate>;
};

/** A new authority with critical name constraints. `now`, in milliseconds since the epoch, is real time: certificates are checked against the machine's clock. */
export async function createAuthority(options: { readonly name: string; readonly now?: () => number }): Promise<Authority> {
  const nowMs = (options.now ?? Date.now)();
  const life = { fromMs: nowMs - authorityLife.beforeMs, toMs: nowMs + authorityLife.afterMs };
  const signer = await makeSigner(options.name, life);
  const leafOf = (host: string, { validFrom, validTo, altNames }: LeafOptions): Promise<KeyedCertificate> =>
    makeLeaf(signer, {
      subject: host,
      altNames: (altNames ?? [host]).map((value) => ({ type: 'dns', value })),
      validity: { fromMs: validFrom?.getTime() ?? life.fromMs, toMs: validTo?.getTime() ?? life.toMs },
      for: ['server'],
    });
  const kept = madeOnce((host: string) => leafOf(host, {}));
  return {
    name: options.name,
    certificatePem: signer.certificate.toString('pem'),
    certificateDer: new Uint8Array(signer.certificate.rawData),
    leafFor: (host, leaf) => (leaf ? leafOf(host, leaf) : kept(host)),
  };
}
