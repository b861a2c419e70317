/** The provider's global edge: ends TLS for every host of a cloud, notes who is calling, and hands on to that cloud's ingress. */
import { type Hop, type HopTarget, hopTo } from '../kernel/hop.ts';
import { type Listener, listenPublic } from '../kernel/listener.ts';
import { policyDigest } from '../kernel/policy-digest.ts';
import { newReference } from '../kernel/reference.ts';
import type { Certificate, WorkloadIdentity } from '../kernel/workload.ts';
import { type EdgeLimitsInput, edgeLimitsSchema } from './config.ts';
import type { ConnectionRefusal } from './connection.ts';
import { enter } from './enter.ts';
import { heldConnections } from './held-connections.ts';
import { socketPeer } from './peer-address.ts';
import { type EdgePolicy, type EdgePorts, releasedEdgePolicy } from './policy.ts';
import type { EdgeRefusal as RequestRefusal } from './request/rules.ts';
import { answerUnreadable } from './request/unreadable.ts';

export { type EdgePolicy, type EdgePorts, releasedEdgePolicy } from './policy.ts';

export type EdgeRefusal = RequestRefusal | ConnectionRefusal;
export type EdgeConfig = {
  readonly address: string;
  /** One certificate for each host (S3). */
  readonly certificates: Readonly<Record<string, Certificate>>;
  readonly identity: WorkloadIdentity;
  readonly ingress: Omit<HopTarget, 'role'>;
  readonly limits?: EdgeLimitsInput;
};
/** Records by which rules it will judge (S6), then starts listening; the place it listens at is where all of the cloud's hosts are. Throws when a limit cannot be used. */
export async function startEdge(config: EdgeConfig, ports: EdgePorts, policy: EdgePolicy = releasedEdgePolicy): Promise<Listener> {
  const limits = edgeLimitsSchema.parse(config.limits ?? {});
  const hosts: ReadonlySet<string> = new Set(Object.keys(config.certificates));
  await recordStart(ports, policy);
  const hop: Hop = hopTo({ ...config.ingress, role: 'ingress' }, config.identity, ports.opens);
  const held = heldConnections(policy.connection, limits, (code, from) => noteRefusedConnection(ports, { code, from }));
  const listener = await listenPublic({
    address: config.address,
    certificates: config.certificates,
    limits: { headWithinMs: limits.headWithinMs, admits: held.admits },
    parsing: policy.parsing(),
    unreadable: (why, socket) => answerUnreadable(why, socketPeer(socket), { ...ports, table: policy.unreadable }),
    handle: (request, response, upgraded) => {
      enter({ request, response, upgraded }, { hosts, held, hop, ports, policy, limits }).catch((error: unknown) => {
        ports.log.error('the edge broke while it handled a request', error);
        response.destroy();
        upgraded?.socket.destroy();
      });
    },
  });
  return {
    ...listener,
    close: async () => {
      await listener.close();
      hop.close();
    },
  };
}

const recordStart = ({ audit, random }: EdgePorts, policy: EdgePolicy): Promise<void> =>
  audit.append({
    reference: newReference(random),
    event: 'edge.started',
    code: 'allowed',
    actor: 'system',
    peer: '',
    facts: { policy: policyDigest(policy) },
  });

/** A connection that is cut never becomes a request; that a peer has too many is recorded all the same. */
function noteRefusedConnection(
  { audit, random, log }: EdgePorts,
  { code, from }: { readonly code: `${string}.${string}.${string}`; readonly from: string },
): void {
  audit
    .append({ reference: newReference(random), event: 'edge.connection.refused', code, actor: 'anonymous', peer: '', facts: { from } })
    .catch((error: unknown) => log.error('a refused connection could not be recorded', error));
}
