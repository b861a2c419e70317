/** The certificates of one world: a server certificate for each host, a workload certificate for each role (S2, S3). */
import { type Role, roles } from '../../../system/index.ts';
import type { Authority } from '../../authority/authority.ts';
import type { WorkloadAuthority, WorkloadCertificate } from '../../authority/workload-authority.ts';
import type { KeyedCertificate } from '../../authority/x509.ts';
import { hosts } from '../../fixtures/fixtures.ts';

export type Credentials = {
  readonly hostCertificates: Readonly<Record<string, KeyedCertificate>>;
  readonly workload: Readonly<Record<Role, WorkloadCertificate<Role>>>;
};

export async function issueCredentials(authority: Authority, workloads: WorkloadAuthority): Promise<Credentials> {
  const hostCertificates = await Promise.all(
    [hosts.login, hosts.admin, hosts.tracker, hosts.wiki].map(async (host) => [host, await authority.leafFor(host)] as const),
  );
  const workload = await Promise.all(roles.map(async (role) => [role, await workloads.certificateFor<Role>(role)] as const));
  return { hostCertificates: Object.fromEntries(hostCertificates), workload: Object.fromEntries(workload) as Credentials['workload'] };
}
