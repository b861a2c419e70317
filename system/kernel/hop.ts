/** A machine-to-machine connection inside the provider's zones: mutual TLS, the other side's role checked, kept alive. */
import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { boundedBytes } from './bounded-bytes.ts';
import { clientContextOf } from './workload/client-context.ts';
import { type Role, roleOf, type WorkloadIdentity } from './workload.ts';

export type HopTarget = { readonly address: string; readonly port: number; readonly role: Role };
export type HopRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly signal?: AbortSignal;
};
const maxCallBytes = 64 * 1024;
/** As many as the edge lets in: streams and web sockets hold theirs for long, and must not keep the others waiting. */
const maxSockets = 4_096;
/** How long a hop keeps a connection that it has nothing to ask on. The side that asks must be the one that ends it, long before a listener inside would (`keepAliveTimeout` there): a request that is written while the other side hangs up is lost, and cannot be sent again. RFC 9112 §9.3.1. */
const idleHopMs = 5_000;

export type Hop = {
  /** The request to write a body to; its answer comes by `response`, a failure by `error`. */
  open(request: HopRequest): ClientRequest;
  /** A whole JSON exchange, for calls between our own parts. Throws when the answer is not whole after `timeoutMs`, is not 200, or is too large. */
  call(path: string, body: unknown, timeoutMs: number): Promise<unknown>;
  close(): void;
};

/** The other side is not who it should be, or did not answer as it should. */
export class HopFailure extends Error {
  override readonly name = 'HopFailure';
}

/** `opens` lets an observer know that the socket is a declared one. */
export function hopTo(target: HopTarget, identity: WorkloadIdentity, opens: <T>(work: () => T) => T = (work) => work()): Hop {
  const agent = new Agent({
    keepAlive: true,
    maxSockets,
    maxFreeSockets: 64,
    timeout: idleHopMs,
    secureContext: clientContextOf(identity),
    checkServerIdentity: (_host, certificate) =>
      roleOf(certificate) === target.role ? undefined : new HopFailure('the other side has another role'),
  });
  const open = (request: HopRequest): ClientRequest =>
    opens(() => httpsRequest({ agent, host: target.address, port: target.port, servername: '', ...request }));
  return {
    open,
    call: (path, body, timeoutMs) => jsonCall(open, { path, body: JSON.stringify(body), timeoutMs }),
    close: () => agent.destroy(),
  };
}

type JsonCall = { readonly path: string; readonly body: string; readonly timeoutMs: number };
function jsonCall(open: Hop['open'], { path, body, timeoutMs }: JsonCall): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const call = open({ method: 'POST', path, headers, signal: AbortSignal.timeout(timeoutMs) });
  call.on('error', reject);
  call.on('response', (response) => collected(response).then(resolve, reject));
  call.end(body);
  return promise;
}

async function collected(response: IncomingMessage): Promise<unknown> {
  const body = await boundedBytes(response, maxCallBytes);
  if (response.statusCode !== 200) throw new HopFailure(`the other side answered ${response.statusCode}`);
  return JSON.parse(body.toString('utf8'));
}
