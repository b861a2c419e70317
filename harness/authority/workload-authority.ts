/** The second authority: its certificates say which role speaks on a machine-to-machine hop, and nothing else (S2). */
import { authorityLife } from './authority.ts';
import { madeOnce } from './made-once.ts';
import { type KeyedCertificate, makeLeaf, makeSigner } from './x509.ts';

export const roleUri = (role: string): string => `spiffe://tempered.test/role/${role}`;

export type WorkloadCertificate<Role extends string> = KeyedCertificate & { readonly role: Role; readonly authorityPem: string };

export type WorkloadAuthority = {
  readonly certificatePem: string;
  readonly certificateDer: Uint8Array<ArrayBuffer>;
  /** For both sides of a hop; a role keeps it as long as the authority lives. The role is its only name: a host name beside it would make it two things at once. */
  certificateFor<Role extends string>(role: Role): Promise<WorkloadCertificate<Role>>;
  /** The same, with every name given by the caller: none, several, or another one. For deviations. */
  certificateNaming(uris: readonly string[], options?: { readonly hosts?: readonly string[] }): Promise<KeyedCertificate>;
};

/** A new authority, unknown to browsers. `now` is real time in milliseconds since the epoch. */
export async function createWorkloadAuthority(options: { readonly name: string; readonly now?: () => number }): Promise<WorkloadAuthority> {
  const nowMs = (options.now ?? Date.now)();
  const validity = { fromMs: nowMs - authorityLife.beforeMs, toMs: nowMs + authorityLife.afterMs };
  const signer = await makeSigner(options.name, validity);
  const certificatePem = signer.certificate.toString('pem');

  const certificateNaming: WorkloadAuthority['certificateNaming'] = (uris, { hosts = [] } = {}) => {
    const altNames = [
      ...uris.map((value) => ({ type: 'url', value }) as const),
      ...hosts.map((value) => ({ type: 'dns', value }) as const),
    ];
    return makeLeaf(signer, { subject: 'workload', altNames, validity, for: ['server', 'client'] });
  };
  const kept = madeOnce((role) => certificateNaming([roleUri(role)]));
  return {
    certificatePem,
    certificateDer: new Uint8Array(signer.certificate.rawData),
    certificateNaming,
    certificateFor: async (role) => ({ ...(await kept(role)), role, authorityPem: certificatePem }),
  };
}
