/** One request at the edge: judged as it came, its body waited for, and handed on with a reference and the address of its peer (I-03). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pageAnswer, renderAnswer } from '../kernel/answer.ts';
import { type Forwarding, type ForwardLimits, forward } from '../kernel/forward.ts';
import { forwardUpgrade } from '../kernel/forward-upgrade.ts';
import type { Hop } from '../kernel/hop.ts';
import { type Html, html } from '../kernel/html.ts';
import { internalHeaders } from '../kernel/internal-headers.ts';
import type { UpgradedSocket } from '../kernel/listener.ts';
import { observed, observedSocket } from '../kernel/observed.ts';
import { newReference } from '../kernel/reference.ts';
import { judge, type RefusalCode } from '../kernel/rule.ts';
import { restOf, wholeBody } from './body.ts';
import type { EdgeLimits } from './config.ts';
import type { HeldConnections } from './held-connections.ts';
import { peerAddress } from './peer-address.ts';
import type { EdgePolicy, EdgePorts } from './policy.ts';
import { edgeFacts } from './request/facts.ts';
import { statusOf, unreadableCode } from './request/unreadable.ts';

/** Longer than the ingress's, which therefore says first what is wrong. */
const forwardLimits: ForwardLimits = { silenceMs: 75_000, headWithinMs: 30_000, wholeWithinMs: 90_000 };

export type EdgeContext = {
  readonly hosts: ReadonlySet<string>;
  readonly held: HeldConnections;
  readonly hop: Hop;
  readonly ports: EdgePorts;
  readonly policy: EdgePolicy;
  readonly limits: EdgeLimits;
};
export type EdgeExchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly upgraded: UpgradedSocket | undefined;
};

export async function enter({ request, response, upgraded }: EdgeExchange, context: EdgeContext): Promise<void> {
  const { hosts, held, hop, ports, policy, limits } = context;
  if (held.hasEnded(request.socket)) return;
  const reference = newReference(ports.random);
  const peer = policy.peerAddress(request);
  const seenBy = { observer: ports.observer, clock: ports.clock, outside: peerAddress(request), zone: 'isolated', reference };
  observed({ request, response }, seenBy);
  const refuse = async (code: RefusalCode, status: number): Promise<void> => {
    // Before anything is waited for: what came behind it may be read meanwhile.
    held.end(request.socket);
    await ports.audit.append({ reference, event: 'edge.request.received', code, actor: 'anonymous', peer, facts: {} });
    await sayNo({ request, response }, { reference, status, limits });
  };
  const judgement = judge(policy.request, edgeFacts(request, { hosts, requestsOnConnection: held.requestOn(request.socket) }));
  if (!judgement.allowed) return refuse(judgement.code, statuses[judgement.code] ?? 400);

  const internal = { [internalHeaders.reference]: reference, [internalHeaders.peer]: peer };
  const forwarding: Forwarding = {
    hop,
    internal,
    onAnswer: { [internalHeaders.reference]: reference },
    limits: forwardLimits,
    mayLast: true,
  };
  const body = declaresBody(request) ? await wholeBody(request, limits.bodyWithinMs) : undefined;
  if (body?.came === 'broken') return void response.destroy();
  if (body?.came === 'too-late') return refuse(unreadableCode(policy.unreadable, 'silent-body'), statusOf('silent-body'));
  const notRelayed = upgraded
    ? await forwardUpgrade(request, { ...upgraded, response }, { ...forwarding, heard: observedSocket(request, seenBy) })
    : await forward(request, response, body?.came === 'whole' ? { ...forwarding, body: body.body } : forwarding);
  if (!notRelayed) return;
  ports.log.error('the ingress gave no answer', notRelayed);
  await refuse('edge.ingress.no-answer', 502);
}

const declaresBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) > 0;

const statuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  'edge.request.version-not-served': 505,
  'edge.request.method-not-served': 405,
  'edge.request.too-many-headers': 431,
  'edge.request.host-is-not-the-certificates': 421,
  'edge.request.coding-not-served': 501,
  'edge.request.expectation-unknown': 417,
  'edge.request.body-too-large': 413,
  'edge.request.connection-used-up': 429,
};

/** By status, which everybody sees. */
const says = (status: number): Html =>
  status === 413 ? html`<p>What you sent is too large.</p>` : html`<p>Check the address, and try again.</p>`;

type Saying = { readonly reference: string; readonly status: number; readonly limits: EdgeLimits };
/** The connection ends with it: what else is on it was sent by somebody who was refused. */
async function sayNo({ request, response }: Omit<EdgeExchange, 'upgraded'>, { reference, status, limits }: Saying): Promise<void> {
  const said = pageAnswer({ title: 'This request cannot be served', place: 'Edge', body: says(status) }, { status });
  const { headers, body } = renderAnswer(said, reference);
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...headers, ...length, [internalHeaders.reference]: reference, connection: 'close' });
  if (status === 413) {
    response.write(body);
    await restOf(request, limits.bodyWithinMs);
    response.end();
  } else response.end(body);
}
