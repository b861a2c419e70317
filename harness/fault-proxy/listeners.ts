/** The fault proxy's faces: one listener for each way in which it can treat those who connect. */
import type { RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import { type CertificateDeviation, deviatingLeaf } from '../authority/deviating-leaf.ts';
import { zoneOfSource } from '../fixtures/zones.ts';
import { answerEmpty } from '../network/answers.ts';
import { type CuttableServer, listenCuttable } from '../network/cuttable-server.ts';
import { exchangeTap } from './exchange-tap.ts';
import { forwarding } from './forwarding.ts';
import { type Misbehaviour, misbehaving } from './misbehaving-listeners.ts';
import type { FaultProxyOptions } from './options.ts';
import type { Rewriters } from './rewriting/rewriters.ts';

export type ProxyListeners = {
  honest(): Promise<CuttableServer>;
  slow(delayMs: () => number): Promise<CuttableServer>;
  presenting(deviation: CertificateDeviation): Promise<CuttableServer>;
  answering(status: number): Promise<CuttableServer>;
  /** Accepts and never says a byte. */
  silent(): Promise<CuttableServer>;
  misbehaving(how: Misbehaviour): Promise<CuttableServer>;
};

type Ears = {
  readonly rewriters: Rewriters;
  /** Hears of every connection, whatever becomes of it. */
  accepted(source: string, atMs: number): void;
};

/** Each call gives a new listener on a free port of loopback. */
export function listenersFor(options: FaultProxyOptions, { rewriters, accepted }: Ears): ProxyListeners {
  const { host, authority, now = Date.now } = options;
  const tap = exchangeTap(options.observer, options.zoneOf ?? zoneOfSource, now);

  const listen = (server: Server): Promise<CuttableServer> => {
    server.on('connection', (socket: Socket) => accepted(socket.remoteAddress ?? '', now()));
    return listenCuttable(server, { address: '127.0.0.1' });
  };
  const listenTls = async (handle: RequestListener, deviation?: CertificateDeviation): Promise<CuttableServer> => {
    const leaf = deviation ? await deviatingLeaf(authority, host, deviation, now) : await authority.leafFor(host);
    const server = createTlsServer({ cert: leaf.certPem, key: leaf.keyPem, minVersion: 'TLSv1.2' }, handle);
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    return listen(server);
  };
  return {
    honest: () => listenTls(forwarding({ ...options, tap, rewriters })),
    slow: (delayMs) => listenTls(forwarding({ ...options, tap, rewriters, delayMs })),
    presenting: (deviation) => listenTls(forwarding({ ...options, tap, rewriters }), deviation),
    answering: (status) => listenTls((_request, response) => answerEmpty(response, status)),
    misbehaving: async (how) => {
      const server = await misbehaving(how, { host, authority, honest: forwarding({ ...options, tap, rewriters }) });
      // Whoever is led to somebody else's host never came here.
      return how === 'elsewhere' ? listenCuttable(server, { address: '127.0.0.1' }) : listen(server);
    },
    silent: () => listen(createServer({ pauseOnConnect: true })),
  };
}
