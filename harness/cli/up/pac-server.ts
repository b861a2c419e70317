/** A small web server on loopback from which one's own browser learns the way into a world: a proxy configuration for each network, and the run's authority (S26). */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type PacServer = {
  readonly port: number;
  /** For a browser's automatic proxy configuration: only `.test` names take the way into the world. */
  pacUrl(network: string): string;
  readonly authorityUrl: string;
  close(): Promise<void>;
};

export type PacOptions = {
  readonly exits: Readonly<Record<string, { readonly host: string; readonly port: number }>>;
  readonly authorityPem: string;
};

/** `.test` is reserved and exists nowhere else (RFC 6761 §6.2), so nothing that a person browses changes its way. */
const pac = ({ host, port }: { readonly host: string; readonly port: number }): string =>
  `function FindProxyForURL(url, host) {\n  return dnsDomainIs(host, '.test') ? 'PROXY ${host}:${port}' : 'DIRECT';\n}\n`;

/** Listens on a free port of 127.0.0.1. Answers GET and HEAD only, to its own name only. */
export async function startPacServer({ exits, authorityPem }: PacOptions): Promise<PacServer> {
  const documents = new Map<string, { readonly type: string; readonly text: string }>([
    ['/authority.pem', { type: 'application/x-pem-file', text: authorityPem }],
    ...Object.entries(exits).map(
      ([network, exit]) => [`/${network}.pac`, { type: 'application/x-ns-proxy-autoconfig', text: pac(exit) }] as const,
    ),
  ]);
  const server = createServer((request, response) => {
    const document =
      request.headers.host === ownHost() && (request.method === 'GET' || request.method === 'HEAD')
        ? documents.get(request.url ?? '')
        : undefined;
    if (!document) return void response.writeHead(404, { 'content-length': 0 }).end();
    response.writeHead(200, {
      'content-type': document.type,
      'content-length': Buffer.byteLength(document.text),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(request.method === 'HEAD' ? undefined : document.text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ownHost = (): string => `127.0.0.1:${port}`;
  const url = (path: string): string => `http://${ownHost()}${path}`;
  return {
    port,
    pacUrl: (network) => url(`/${network}.pac`),
    authorityUrl: url('/authority.pem'),
    close: async () => {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}
