/** The least that could stand in front: a bare `node:https` proxy that passes everything on over one kept TLS hop, decides nothing and writes nothing down. */
import { once } from 'node:events';
import { createServer, Agent as HttpsAgent, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { opening } from '../harness/network/opener.ts';
import type { BareServer } from './bare-server.ts';

export type Behind = { readonly address: string; readonly port: number; readonly host: string; readonly authorityPem: string };

/** With the TLS settings of the edge on both sides. */
export async function bareProxy(
  certificate: { readonly certPem: string; readonly keyPem: string },
  { address: host, port, host: servername, authorityPem: ca }: Behind,
): Promise<BareServer> {
  const agent = new HttpsAgent({ keepAlive: true });
  const tls = { cert: certificate.certPem, key: certificate.keyPem, minVersion: 'TLSv1.2' } as const;
  const server = createServer(tls, (asked, response) => {
    const { method, url, headers } = asked;
    const passed = opening('harness:bench-proxy', () => request({ agent, host, port, servername, ca, method, path: url, headers }));
    passed.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    asked.pipe(passed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { address, port: ownPort } = server.address() as AddressInfo;
  return {
    address,
    port: ownPort,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}
