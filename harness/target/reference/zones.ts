/** Starts and stops the zones of the reference implementation in this process, from plain configuration and a world's ports. */
import {
  type ChainedAuditLog,
  type Clock,
  createSupportDesk,
  hopTo,
  type IsolatedConfigInput,
  type IsolatedPorts,
  type Log,
  type Observer,
  outboundThroughEgress,
  type Random,
  registrationLinkPath,
  type SupportDesk,
  smtpMail,
  startEdge,
  startIsolatedCloud,
} from '../../../system/index.ts';
import type { NameTable } from '../../network/names.ts';
import { opening } from '../../tap/opener.ts';
import { hosts } from '../../world/fixtures.ts';
import type { Credentials } from './credentials.ts';
import type { ReferencePolicy } from './policy.ts';

export type ZoneOptions = {
  readonly config: IsolatedConfigInput;
  readonly credentials: Credentials;
  readonly stores: IsolatedPorts['stores'];
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly audit: { readonly cloud: ChainedAuditLog; readonly edge: ChainedAuditLog; readonly desk: ChainedAuditLog };
  readonly names: NameTable;
  readonly egress: { readonly address: string; readonly port: number };
  readonly trustPem: string;
  readonly mail: { readonly host: string; readonly port: number };
  readonly observer: Observer;
  readonly policy: ReferencePolicy;
};
export type RunningZones = { readonly desk: SupportDesk; stop(): Promise<void> };

const cloudHosts = [hosts.login, hosts.admin, hosts.tracker] as const;

/** Boots cloud, edge and desk; from then on the name table leads to the edge. Sockets of the system are declared by what opened them. */
export async function startZones(options: ZoneOptions): Promise<RunningZones> {
  const { clock, random, log, audit, credentials, policy, observer } = options;
  const hopOpens = <Result>(work: () => Result): Result => opening('system:hop', work);
  const outbound = outboundThroughEgress(
    { egress: options.egress, trustPem: options.trustPem, zone: 'isolated', clock },
    { observer, opens: (work) => opening('system:outbound', work) },
  );
  const cloud = await startIsolatedCloud(
    options.config,
    { clock, random, log, outbound, stores: options.stores, audit: audit.cloud, opens: hopOpens },
    policy.cloud,
  );
  const edge = await startEdge(
    { address: '127.0.0.1', certificates: credentials.hostCertificates, identity: credentials.workload.edge, ingress: cloud.ingress },
    { random, audit: audit.edge, log, clock, observer, opens: hopOpens },
    policy.edge,
  );
  for (const host of cloudHosts) options.names.set(host, { address: edge.address, port: edge.port });
  const toBreakGlass = hopTo({ ...cloud.desk, role: 'break-glass' }, credentials.workload['support-desk'], hopOpens);
  const mail = smtpMail({ ...options.mail, from: `desk@${hosts.desk}` }, (work) => opening('system:mail', work));
  const desk = createSupportDesk(
    { adminHost: hosts.admin, registrationLinkPath },
    { random, audit: audit.desk, log, mail, breakGlass: toBreakGlass },
  );
  return {
    desk,
    stop: async () => {
      await edge.close();
      await cloud.stop();
      toBreakGlass.close();
    },
  };
}
