/** The least that could answer: a bare `node:https` server that gives the same bytes to everybody, over one TLS hop. */
import { once } from 'node:events';
import type { OutgoingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type Bytes = { readonly headers: OutgoingHttpHeaders; readonly body: string };
export type BareServer = { readonly address: string; readonly port: number; close(): Promise<void> };

/** With the TLS settings of the edge. */
export async function bareServer(
  certificate: { readonly certPem: string; readonly keyPem: string },
  { headers, body }: Bytes,
): Promise<BareServer> {
  const server = createServer({ cert: certificate.certPem, key: certificate.keyPem, minVersion: 'TLSv1.2' }, (_request, response) => {
    response.writeHead(200, headers).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { address, port } = server.address() as AddressInfo;
  return {
    address,
    port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
