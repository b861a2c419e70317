/** The plain HTTP server of the embedded identity provider, on loopback, behind whatever terminates TLS: finds the realm of a request. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, problemPage } from './pages.ts';
import type { EmbeddedRealm } from './realm.ts';

/** The library looks here for the part of the path that was cut off. */
type Mounted = IncomingMessage & { originalUrl?: string };

/** It calls itself by its configured origin alone, whatever the request says; only the visitor's address is taken from the proxy. */
function nameByConfiguration(request: IncomingMessage, origin: URL): void {
  request.headers.host = origin.host;
  request.headers['x-forwarded-host'] = origin.host;
  request.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
}

async function serve(request: Mounted, response: ServerResponse, origin: URL, realms: ReadonlyMap<string, EmbeddedRealm>): Promise<void> {
  const [, name = '', rest = ''] = /^\/realms\/([^/?]+)(\/.*)$/.exec(request.url ?? '') ?? [];
  const realm = realms.get(name);
  if (realm === undefined || !realm.present) return answer(response, 404, problemPage('Nothing is here', 'Check the address.'));
  nameByConfiguration(request, origin);
  request.originalUrl = request.url ?? '';
  request.url = rest;
  await realm.serve(request, response);
}

/** Listens on 127.0.0.1, on the wanted port if it is free. Resolves to the port. */
export async function listen(origin: URL, wantedPort: number, realms: ReadonlyMap<string, EmbeddedRealm>): Promise<number> {
  const server = createServer((request, response) => {
    serve(request, response, origin, realms).catch((problem: unknown) => {
      console.error(`${request.method}: ${problem instanceof Error ? `${problem.name}: ${problem.message}` : 'failed'}`);
      if (response.headersSent) response.destroy();
      else answer(response, 500, problemPage('Something went wrong', 'Try again later.'));
    });
  });
  await bind(server, wantedPort).catch((problem: unknown) => {
    if (wantedPort === 0 || !(problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE')) throw problem;
    return bind(server, 0);
  });
  return (server.address() as AddressInfo).port;
}

async function bind(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}
