/** The customer's personnel system: hands out one file of people over TLS, whatever was published last. */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export type HrFeed = {
  readonly address: string;
  readonly port: number;
  /** What is handed out from now on, byte for byte, and with which status. */
  publish(bytes: Uint8Array | string, status?: number): void;
  /** Nothing was published: 404. */
  clear(): void;
  close(): Promise<void>;
};

type Published = { readonly bytes: Uint8Array; readonly status: number };
const nothing: Published = { bytes: new Uint8Array(), status: 404 };

/** On an ephemeral port of loopback, with this certificate (PEM). */
export async function startHrFeed({ certPem, keyPem }: { readonly certPem: string; readonly keyPem: string }): Promise<HrFeed> {
  let published = nothing;
  const server = createServer({ cert: certPem, key: keyPem }, (request, response) => {
    const { bytes, status } = request.method === 'GET' && request.url === '/people.csv' ? published : nothing;
    response
      .writeHead(status, { 'content-type': 'text/csv; charset=utf-8', 'content-length': bytes.length, connection: 'close' })
      .end(bytes);
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  return {
    address: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    publish: (bytes, status = 200) => {
      published = { bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, status };
    },
    clear: () => {
      published = nothing;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((ended) => void server.close(() => ended()));
    },
  };
}
