/** A worker that sends the same request again and again on kept connections and says how long all of it took: a thread of its own, so that the server's is not shared with its client. */
import { Agent, type RequestOptions, request } from 'node:https';
import { parentPort } from 'node:worker_threads';
import { opening } from '../harness/network/opener.ts';

export type Load = {
  readonly address: string;
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly authorityPem: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  readonly requests: number;
};
/** `bytes`: of all bodies. Every answer must have status 200, or the worker fails. */
export type LoadResult = { readonly elapsedMs: number; readonly bytes: number };

parentPort?.once('message', async (load: Load) => parentPort?.postMessage(await sent(load)));

async function sent(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const { address, port, host, path, headers, authorityPem } = load;
  const options: RequestOptions = { agent, host: address, port, path, servername: host, ca: authorityPem, headers: { ...headers, host } };
  let left = load.requests;
  let bytes = 0;
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const received = await one(options);
      bytes += received;
    }
  };
  try {
    // Not counted: the handshakes.
    await Promise.all(Array.from({ length: load.connections }, () => one(options)));
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: load.connections }, lane));
    return { elapsedMs: performance.now() - startedAt, bytes };
  } finally {
    agent.destroy();
  }
}

const one = (options: RequestOptions): Promise<number> =>
  opening('harness:bench-load', () => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const asked = request(options, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      answer.on('error', reject);
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(bytes) : reject(new Error(`status ${answer.statusCode ?? 0} under load`)),
      );
    });
    asked.on('error', reject);
    asked.end();
    return promise;
  });
