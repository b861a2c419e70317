/** A network's way out: a CONNECT proxy that resolves names by its world's table and connects from the network's own source address. RFC 9110 §9.3.6. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type CuttableServer, listenCuttable } from './cuttable-server.ts';
import type { NameTable, Place } from './names.ts';
import { type ProxyError, proxyStatus } from './proxy-status.ts';
import { canBind, SourceAddressMissing } from './source-address.ts';
import { carry, connectFrom } from './tunnel.ts';

export type ExitConnection = {
  readonly host: string;
  readonly port: number;
  readonly atMs: number;
  readonly result: 'connected' | ProxyError;
};

export type Exit = {
  readonly network: string;
  /** For a browser's or a client's proxy setting: `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** Every CONNECT that was decided, in order. */
  readonly connections: readonly ExitConnection[];
  /** Cuts all tunnels; the exit goes on. */
  cut(): void;
  /** Stops listening and cuts all tunnels. */
  close(): Promise<void>;
};

export type ExitOptions = {
  readonly network: string;
  readonly sourceAddress: string;
  readonly names: Pick<NameTable, 'resolve'>;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Where it listens; a container reaches the exit at its bridge's address. The first one stands in `url`. */
  readonly listenOn?: readonly [string, ...string[]];
  readonly now?: () => number;
};

/** The only port that anybody in a world asks for; the table knows the real one. */
const publicPort = 443;

/** Starts the exit. Rejects with `SourceAddressMissing` when this machine cannot send from the address; it never uses another one instead. */
export async function startExit(options: ExitOptions): Promise<Exit> {
  if (!(await canBind(options.sourceAddress))) throw new SourceAddressMissing(options.sourceAddress);
  const connections: ExitConnection[] = [];
  const now = options.now ?? Date.now;
  const note = (host: string, port: number, result: ExitConnection['result']): void => {
    connections.push({ host, port, result, atMs: now() });
  };
  const servers = await listenEverywhere(() => proxyServer(options, note), options.listenOn ?? ['127.0.0.1'], options.port ?? 0);
  const [first] = servers;
  return {
    network: options.network,
    url: `http://${first.address.includes(':') ? `[${first.address}]` : first.address}:${first.port}`,
    host: first.address,
    port: first.port,
    connections,
    cut: () => {
      for (const server of servers) server.cut();
    },
    close: async () => void (await Promise.all(servers.map((server) => server.close()))),
  };
}

type Note = (host: string, port: number, result: ExitConnection['result']) => void;

function proxyServer(options: ExitOptions, note: Note): Server {
  const server = createServer((_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(403, { 'proxy-status': proxyStatus('http_request_denied'), 'content-length': 0 }).end();
  });
  server.on('connect', (request, client, head) => void tunnel(options, note, { target: request.url ?? '', client, head }));
  return server;
}

async function tunnel(options: ExitOptions, note: Note, asked: { target: string; client: Duplex; head: Buffer }): Promise<void> {
  const { client, head } = asked;
  client.on('error', () => {});
  const target = targetOf(asked.target);
  const refuse = (result: ProxyError, status = 502): void => {
    note(target?.host ?? asked.target, target?.port ?? 0, result);
    client.end(`HTTP/1.1 ${status} ${result}\r\nProxy-Status: ${proxyStatus(result)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  };
  if (!target || target.port !== publicPort) return refuse('http_request_denied', 403);
  const place: Place | undefined = options.names.resolve(target.host, options.network);
  if (!place) return refuse('dns_error');
  const far = await connectFrom(options.sourceAddress, place, client);
  if (typeof far === 'string') return refuse(far);
  note(target.host, target.port, 'connected');
  client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
  carry(client, far, head);
}

/** Authority-form: a host name and a port, RFC 9110 §7.1. Names are compared in lower case. */
function targetOf(authority: string): { readonly host: string; readonly port: number } | undefined {
  const [, host, port] = /^([A-Za-z0-9.-]{1,253}):(\d{1,5})$/.exec(authority) ?? [];
  return host && port ? { host: host.toLowerCase(), port: Number(port) } : undefined;
}

/** The same port on every address. A free port of the first may be taken on another: then the next free one is tried. */
async function listenEverywhere(
  make: () => Server,
  addresses: readonly [string, ...string[]],
  port: number,
  tries = 10,
): Promise<readonly [CuttableServer, ...CuttableServer[]]> {
  const first = await listenCuttable(make(), { address: addresses[0], port });
  const others: CuttableServer[] = [];
  try {
    for (const address of addresses.slice(1)) others.push(await listenCuttable(make(), { address, port: first.port }));
    return [first, ...others];
  } catch (error) {
    await Promise.all([first, ...others].map((server) => server.close()));
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (!taken || port !== 0 || tries <= 1) throw error;
    return listenEverywhere(make, addresses, port, tries - 1);
  }
}
