/** Where connections come in: a public TLS listener with one certificate for each host, or a listener for exactly one workload role. */

import { type IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createSecureContext, type TLSSocket } from 'node:tls';
import { judge, type RefusalCode, type RuleTable } from './rule.ts';
import { type Unanswered, unansweredOn } from './unanswered.ts';
import { type WorkloadFacts, workloadRules } from './workload/connection.ts';
import { type Certificate, type Role, roleOf, type WorkloadIdentity } from './workload.ts';

export type Listener = { readonly address: string; readonly port: number; close(): Promise<void> };

/** The connection of a request that asks to become a web socket: what came after its head is in `head`. */
export type UpgradedSocket = { readonly socket: Duplex; readonly head: Buffer };
/** `upgraded` is there when the visitor asks for a web socket; a handler that knows none answers as ever. */
export type HttpHandler = (request: IncomingMessage, response: ServerResponse, upgraded?: UpgradedSocket) => void;

/** What Node would answer by itself is left to the handler, so that it is judged and recorded like the rest; and slow requests end soon after their limit. */
const common = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 500,
  requireHostHeader: false,
  shouldUpgradeCallback: ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket',
} as const;
/** Inside, twelve times as long as a hop keeps an idle connection (`idleHopMs`): a hop never writes to one that is just being closed. */
const keepAliveInsideMs = 60_000;
/** Inside, our own headers come on top: a request that entered is never too large for the next hop, whose parser would answer without a record. */
const maxHeaderBytes = { public: 16 * 1024, inside: 32 * 1024 } as const;

/** Ends a handshake: nothing of ours answers to that name. */
class NameWithoutCertificate extends Error {
  override readonly name = 'NameWithoutCertificate';
}

function listening(server: Server, address: string, port: number): Promise<Listener> {
  const { promise, resolve, reject } = Promise.withResolvers<Listener>();
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (_request, socket) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
  });
  server.once('error', reject);
  server.listen(port, address, () => {
    const bound = server.address() as AddressInfo;
    const close = async (): Promise<void> => {
      const closed = closing(server);
      for (const socket of upgraded) socket.destroy();
      return closed;
    };
    resolve({ address, port: bound.port, close });
  });
  return promise;
}

function closing(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}

/**
 * A handler that is given a response for every request, also for one that asks for a web socket. Nobody asks for that before the answer to
 * what was asked on the connection before: two answers have no place on it, so it ends. Whoever is refused one is gone as soon as the
 * answer is on its way, whether it is read or not.
 */
function handling(server: Server, handle: HttpHandler, unanswered = unansweredOn(server)): void {
  server.on('request', (request, response) => handle(request, response));
  server.on('checkExpectation', (request, response) => handle(request, response));
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (unanswered(socket).length > 0) return void socket.destroy();
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket as Socket);
    response.once('finish', () => (socket as Socket).destroySoon());
    handle(request, response, { socket, head });
  });
}

/** Why there is no request to judge. `silent-head`: a part of one came, and its end did not come in time. `tunnel`: CONNECT, which no server of ours takes. */
export type Unreadable = 'malformed' | 'head-too-large' | 'silent-head' | 'tunnel';

/** Bounds of a public listener; connections that are not admitted are cut before a byte is read. */
export type PublicLimits = { readonly headWithinMs: number; readonly admits?: (socket: Socket) => boolean };

/** TLS for the public. A server name without a certificate of its own ends the handshake (S3: no wildcards, no default host). */
export function listenPublic(options: {
  readonly address: string;
  readonly port?: number;
  readonly certificates: Readonly<Record<string, Certificate>>;
  readonly handle: HttpHandler;
  /** Hears of what cannot be read as a request at all, and says what is answered; the connection ends after it. */
  readonly unreadable: (why: Unreadable, socket: TLSSocket) => Promise<string>;
  readonly limits?: PublicLimits;
  /** How strictly bytes are read as requests. */
  readonly parsing?: Pick<ServerOptions, 'insecureHTTPParser'>;
}): Promise<Listener> {
  const contexts = new Map(
    Object.entries(options.certificates).map(([host, { certPem, keyPem }]) => [
      host,
      createSecureContext({ cert: certPem, key: keyPem, minVersion: 'TLSv1.2' }),
    ]),
  );
  const { headWithinMs = common.headersTimeout, admits = () => true } = options.limits ?? {};
  const server = createServer({
    ...common,
    headersTimeout: headWithinMs,
    handshakeTimeout: headWithinMs,
    maxHeaderSize: maxHeaderBytes.public,
    ...options.parsing,
    minVersion: 'TLSv1.2',
    SNICallback: (host, done) => {
      const context = contexts.get(host);
      return context ? done(null, context) : done(new NameWithoutCertificate());
    },
  });
  server.maxHeadersCount = 0;
  server.on('connection', (socket: Socket) => {
    if (!admits(socket)) socket.destroy();
  });
  server.on('tlsClientError', () => {});
  const unanswered = unansweredOn(server);
  answering(server, options, unanswered);
  handling(server, options.handle, unanswered);
  return listening(server, options.address, options.port ?? 0);
}

/** What is no request is answered after whatever was asked before it on the same connection: answers keep their order. RFC 9112 §9.3.2. A request whose own body cannot be read on gets no other answer: nobody waits for its end. */
function answering(
  server: Server,
  { unreadable }: { readonly unreadable: (why: Unreadable, socket: TLSSocket) => Promise<string> },
  unanswered: Unanswered,
): void {
  const answer = async (why: Unreadable, socket: TLSSocket): Promise<void> => {
    const before = unanswered(socket);
    const broken = before.find(({ request }) => !request.complete);
    await Promise.all(before.filter((each) => each !== broken).map(({ answered }) => answered));
    const said = await unreadable(why, socket);
    if (broken?.response.headersSent) socket.destroy();
    else if (socket.writable) socket.end(said);
  };
  const refuse = (why: Unreadable | undefined, socket: Duplex): void => {
    if (why === undefined || !socket.writable) return void socket.destroy();
    answer(why, socket as TLSSocket).catch(() => socket.destroy());
  };
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(whyUnreadable(error, socket as TLSSocket), socket));
  server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy());
    refuse('tunnel', socket);
  });
}

/** Undefined for whoever asked nothing: a browser that connects ahead of time is told nothing. */
function whyUnreadable({ code = '' }: NodeJS.ErrnoException, { bytesRead }: TLSSocket): Unreadable | undefined {
  if (code === 'HPE_HEADER_OVERFLOW') return 'head-too-large';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return bytesRead > 0 ? 'silent-head' : undefined;
  return code.startsWith('HPE_') ? 'malformed' : undefined;
}

/** Whether TLS itself refuses whoever proves no certificate of ours. */
export type Handshake = Required<Pick<ServerOptions, 'rejectUnauthorized'>>;

/** TLS for one workload role. Anybody else is cut before a byte of HTTP is read; `refused` hears about it. */
export function listenForRole(options: {
  readonly address: string;
  /** The same one as before, for a listener that comes back. */
  readonly port?: number;
  readonly identity: WorkloadIdentity;
  readonly accepts: Role;
  readonly handle: HttpHandler;
  readonly table?: RuleTable<WorkloadFacts>;
  /** How strictly a handshake is concluded; whoever comes through it is judged by the table all the same. */
  readonly handshake?: Handshake;
  readonly refused: (code: RefusalCode, peer: string) => void;
}): Promise<Listener> {
  const { identity, accepts, handle, refused, table = workloadRules, handshake = { rejectUnauthorized: true } } = options;
  const judged = judgedOnce((socket) => judge(table, { proven: socket.authorized, role: roleOf(socket.getPeerCertificate()), accepts }));
  const handleJudged: HttpHandler = (request, response, upgraded) =>
    judged(request.socket as TLSSocket).allowed ? handle(request, response, upgraded) : request.socket.destroy();
  const server = createServer({
    ...common,
    keepAliveTimeout: keepAliveInsideMs,
    maxHeaderSize: maxHeaderBytes.inside,
    cert: identity.certPem,
    key: identity.keyPem,
    ca: identity.authorityPem,
    ...handshake,
    requestCert: true,
    minVersion: 'TLSv1.3',
  });
  server.on('secureConnection', (socket) => {
    const judgement = judged(socket);
    if (judgement.allowed) return;
    refused(judgement.code, socket.remoteAddress ?? '');
    socket.destroy();
  });
  server.on('tlsClientError', (_error, socket) => {
    const judgement = judge(table, { proven: false, role: undefined, accepts });
    refused(judgement.allowed ? 'workload.connection.unexpected' : judgement.code, socket.remoteAddress ?? '');
  });
  handling(server, handleJudged);
  return listening(server, options.address, options.port ?? 0);
}

/** Whose connection it is never changes while it is open (TLS 1.3 has no renegotiation): judged when it opens, not with each request. */
function judgedOnce<Verdict>(judgeSocket: (socket: TLSSocket) => Verdict): (socket: TLSSocket) => Verdict {
  const known = new WeakMap<TLSSocket, Verdict>();
  return (socket) => {
    const judgement = known.get(socket) ?? judgeSocket(socket);
    known.set(socket, judgement);
    return judgement;
  };
}
