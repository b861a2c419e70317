/** The provider's global edge: ends TLS for every host of a cloud, notes who is calling, and hands on to that cloud's ingress. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { pageAnswer, renderAnswer } from '../kernel/answer.ts';
import { type ForwardLimits, forward } from '../kernel/forward.ts';
import { type Hop, type HopTarget, hopTo } from '../kernel/hop.ts';
import { html } from '../kernel/html.ts';
import { internalHeaders } from '../kernel/internal-headers.ts';
import { type Listener, listenPublic } from '../kernel/listener.ts';
import { observed } from '../kernel/observed.ts';
import { policyDigest } from '../kernel/policy-digest.ts';
import type { AuditLog, Clock, Log, Observer, Random } from '../kernel/ports.ts';
import { newReference } from '../kernel/reference.ts';
import { judge, type RefusalCode, type RuleTable } from '../kernel/rule.ts';
import type { Certificate, WorkloadIdentity } from '../kernel/workload.ts';
import { type PeerAddress, peerAddress, socketPeer } from './peer-address.ts';
import { type EdgeFacts, type EdgeRefusal as EdgeRuleRefusal, edgeRules } from './request.ts';

import { answerUnreadable, type UnreadableRefusal } from './unreadable.ts';

export type EdgeRefusal = EdgeRuleRefusal | UnreadableRefusal;
export type EdgeConfig = {
  readonly address: string;
  /** One certificate for each host (S3). */
  readonly certificates: Readonly<Record<string, Certificate>>;
  readonly identity: WorkloadIdentity;
  readonly ingress: Omit<HopTarget, 'role'>;
};
export type EdgePorts = {
  readonly random: Random;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly clock: Clock;
  readonly observer?: Observer;
  readonly opens?: <T>(work: () => T) => T;
};
export type EdgePolicy = { readonly request: RuleTable<EdgeFacts>; readonly peerAddress: PeerAddress };
export const releasedEdgePolicy: EdgePolicy = Object.freeze({ request: Object.freeze(edgeRules), peerAddress });

/** Longer than the ingress's, which therefore says first what is wrong. */
const forwardLimits: ForwardLimits = { silenceMs: 30_000, headWithinMs: 30_000, wholeWithinMs: 90_000 };

/** Records by which rules it will judge (S6), then starts listening; the place it listens at is where all of the cloud's hosts are. */
export async function startEdge(config: EdgeConfig, ports: EdgePorts, policy: EdgePolicy = releasedEdgePolicy): Promise<Listener> {
  const hosts: ReadonlySet<string> = new Set(Object.keys(config.certificates));
  await recordStart(ports, policy);
  const hop = hopTo({ ...config.ingress, role: 'ingress' }, config.identity, ports.opens);
  const listener = await listenPublic({
    address: config.address,
    certificates: config.certificates,
    unreadable: (why, socket) => answerUnreadable(why, socketPeer(socket), ports),
    handle: (request, response) => {
      enter(request, response, { hosts, hop, ports, policy }).catch((error: unknown) => {
        ports.log.error('the edge broke while it handled a request', error);
        response.destroy();
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

type Context = { readonly hosts: ReadonlySet<string>; readonly hop: Hop; readonly ports: EdgePorts; readonly policy: EdgePolicy };

async function enter(request: IncomingMessage, response: ServerResponse, { hosts, hop, ports, policy }: Context): Promise<void> {
  const reference = newReference(ports.random);
  const peer = policy.peerAddress(request);
  observed({ request, response }, { observer: ports.observer, clock: ports.clock, outside: peerAddress(request), zone: 'isolated' });
  const facts = { host: onlyHost(request), serverName: (request.socket as TLSSocket).servername || undefined, hosts };
  const judgement = judge(policy.request, facts);
  const refuse = async (code: RefusalCode, status: number): Promise<void> => {
    await ports.audit.append({ reference, event: 'edge.request.received', code, actor: 'anonymous', peer, facts: {} });
    sayNo(response, reference, status);
  };
  if (!judgement.allowed) return refuse(judgement.code, judgement.code === 'edge.request.host-is-not-the-certificates' ? 421 : 400);
  const internal = { [internalHeaders.reference]: reference, [internalHeaders.peer]: peer };
  const relayed = await forward(request, response, {
    hop,
    internal,
    onAnswer: { [internalHeaders.reference]: reference },
    limits: forwardLimits,
  });
  if (!relayed) await refuse('edge.ingress.no-answer', 502);
}

const onlyHost = (request: IncomingMessage): string | undefined => {
  const hosts = request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  return hosts.length === 1 ? request.headers.host : undefined;
};

function sayNo(response: ServerResponse, reference: string, status: number): void {
  const said = pageAnswer(
    { title: 'This request cannot be served', place: 'Edge', body: html`<p>Check the address, and try again.</p>` },
    { status },
  );
  const { headers, body } = renderAnswer(said, reference);
  response.writeHead(status, { ...headers, [internalHeaders.reference]: reference }).end(body);
}
