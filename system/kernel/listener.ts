/** Where connections come in: a public TLS listener with one certificate for each host, or a listener for exactly one workload role. */

import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createSecureContext, type TLSSocket } from 'node:tls';
import { type Certificate, type Role, roleOf, type WorkloadIdentity } from './workload.ts';

export type Listener = { readonly address: string; readonly port: number; close(): Promise<void> };

/** For every listener: bounds against slow requests, and what Node would answer by itself left to the handler, so that it is judged and recorded like the rest. */
const common = { headersTimeout: 10_000, requestTimeout: 20_000, keepAliveTimeout: 5_000, requireHostHeader: false } as const;
/** Inside, our own headers come on top: a request that entered is never too large for the next hop, whose parser would answer without a record. */
const maxHeaderBytes = { public: 16 * 1024, inside: 32 * 1024 } as const;

/** Ends a handshake: nothing of ours answers to that name. */
class NameWithoutCertificate extends Error {
  override readonly name = 'NameWithoutCertificate';
}

function listening(server: Server, address: string, port: number): Promise<Listener> {
  const { promise, resolve, reject } = Promise.withResolvers<Listener>();
  server.once('error', reject);
  server.listen(port, address, () => {
    const bound = server.address() as AddressInfo;
    resolve({ address, port: bound.port, close: () => closing(server) });
  });
  return promise;
}

function closing(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeAllConnections();
  return promise;
}

/** TLS for the public. A server name without a certificate of its own ends the handshake (S3: no wildcards, no default host). */
export function listenPublic(options: {
  readonly address: string;
  readonly port?: number;
  readonly certificates: Readonly<Record<string, Certificate>>;
  readonly handle: RequestListener;
  /** Hears of what cannot be read as a request at all, and says what is answered; the connection ends after it. */
  readonly unreadable: (why: 'malformed' | 'head-too-large', socket: TLSSocket) => Promise<string>;
}): Promise<Listener> {
  const contexts = new Map(
    Object.entries(options.certificates).map(([host, { certPem, keyPem }]) => [
      host,
      createSecureContext({ cert: certPem, key: keyPem, minVersion: 'TLSv1.2' }),
    ]),
  );
  const server = createServer(
    {
      ...common,
      maxHeaderSize: maxHeaderBytes.public,
      minVersion: 'TLSv1.2',
      SNICallback: (host, done) => {
        const context = contexts.get(host);
        return context ? done(null, context) : done(new NameWithoutCertificate());
      },
    },
    options.handle,
  );
  server.on('checkExpectation', options.handle);
  server.on('tlsClientError', () => {});
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || !(error.code ?? '').startsWith('HPE_')) return void socket.destroy();
    const why = error.code === 'HPE_HEADER_OVERFLOW' ? 'head-too-large' : 'malformed';
    options.unreadable(why, socket as TLSSocket).then(
      (said) => socket.end(said),
      () => socket.destroy(),
    );
  });
  return listening(server, options.address, options.port ?? 0);
}

/** TLS for one workload role. Anybody else is cut before a byte of HTTP is read; `refused` hears about it. */
export function listenForRole(options: {
  readonly address: string;
  readonly identity: WorkloadIdentity;
  readonly accepts: Role;
  readonly handle: RequestListener;
  readonly refused: (why: 'no-certificate-of-ours' | 'another-role', peer: string) => void;
}): Promise<Listener> {
  const { identity, accepts, handle, refused } = options;
  const judged: RequestListener = (request, response) =>
    roleOf((request.socket as TLSSocket).getPeerCertificate()) === accepts ? handle(request, response) : request.socket.destroy();
  const server = createServer(
    {
      ...common,
      maxHeaderSize: maxHeaderBytes.inside,
      cert: identity.certPem,
      key: identity.keyPem,
      ca: identity.authorityPem,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.3',
    },
    judged,
  );
  server.on('checkExpectation', judged);
  server.on('secureConnection', (socket) => {
    if (roleOf(socket.getPeerCertificate()) === accepts) return;
    refused('another-role', socket.remoteAddress ?? '');
    socket.destroy();
  });
  server.on('tlsClientError', (_error, socket) => refused('no-certificate-of-ours', socket.remoteAddress ?? ''));
  return listening(server, options.address, 0);
}
