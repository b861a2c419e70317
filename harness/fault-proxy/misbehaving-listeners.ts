/** Listeners that take connections and then treat them badly, each in one way of its own. What they answer is nobody's document. */
import type { RequestListener, ServerResponse } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import type { Authority } from '../authority/authority.ts';
import { hosts } from '../fixtures/fixtures.ts';
import { beyondTheLimit } from './slowness.ts';

export type Misbehaviour = 'dripping' | 'breaking-off' | 'slow-to-connect' | 'old-tls' | 'elsewhere' | 'flapping' | 'redirecting';

export type Misbehaving = {
  readonly host: string;
  readonly authority: Authority /** What an honest listener does. */;
  readonly honest: RequestListener;
};

/** A server that is not listening yet. */
export async function misbehaving(how: Misbehaviour, { host, authority, honest }: Misbehaving): Promise<Server> {
  const tls = (handle: RequestListener, more: object = {}): Promise<TlsServer> => tlsServer({ host, authority, handle, more });
  switch (how) {
    case 'dripping':
      return tls((_request, response) => drip(response));
    case 'breaking-off':
      return tls((_request, response) => breakOff(response));
    case 'redirecting':
      return tls((request, response) => void response.writeHead(302, { location: request.url ?? '/', 'content-length': 0 }).end());
    case 'old-tls':
      return tls(honest, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
    case 'elsewhere':
      return tlsServer({ host: hosts.payroll, authority, handle: (_request, response) => void response.writeHead(404).end(), more: {} });
    case 'slow-to-connect':
      return before(await tls(honest), late);
    case 'flapping':
      return before(await tls(honest), everyOther());
  }
}

type Listening = { readonly host: string; readonly authority: Authority; readonly handle: RequestListener; readonly more: object };
async function tlsServer({ host, authority, handle, more }: Listening): Promise<TlsServer> {
  const { certPem: cert, keyPem: key } = await authority.leafFor(host);
  const server = createTlsServer({ cert, key, minVersion: 'TLSv1.2', ...more }, handle);
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return server;
}

const dripEveryMs = 500;

/** The head at once, and a body that never ends. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"issuer":"');
  const timer = setInterval(() => response.write('x'), dripEveryMs);
  response.once('close', () => clearInterval(timer));
}

/** Less than was promised, and then nobody is there. */
function breakOff(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' });
  response.write('{"issuer":"', () => response.destroy());
}

type Admit = (socket: Socket, onward: () => void) => void;

/** Connections reach the server only when `admit` sends them onward. */
function before(server: TlsServer, admit: Admit): Server {
  return createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => {});
    admit(socket, () => server.emit('connection', socket));
  });
}

/** Long after anybody waited for it. */
const late: Admit = (socket, onward) => {
  const timer = setTimeout(onward, beyondTheLimit.medianMs);
  socket.once('close', () => clearTimeout(timer));
};

/** For each who comes, the first connection is cut and the second one is not, and so on. */
function everyOther(): Admit {
  const came = new Map<string, number>();
  return (socket, onward) => {
    const who = socket.remoteAddress ?? '';
    const times = (came.get(who) ?? 0) + 1;
    came.set(who, times);
    if (times % 2 === 1) socket.destroy();
    else onward();
  };
}
