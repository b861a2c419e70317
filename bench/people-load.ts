/** A worker that pushes people by SCIM on kept connections and says how long all of it took: a thread of its own, so that the cloud's is not shared with the connector. */
import { Agent, type RequestOptions, request } from 'node:https';
import { parentPort } from 'node:worker_threads';
import { opening } from '../harness/network/opener.ts';

export type PeopleLoad = {
  readonly address: string;
  readonly port: number;
  readonly host: string;
  readonly authorityPem: string;
  readonly token: string;
  readonly connections: number;
  /** Fewer than the edge lets through. */
  readonly requestsOnConnection: number;
  readonly people: number;
};
/** `pushed` comes now and then, `elapsedMs` at the end. */
export type PeoplePushed = { readonly pushed: number } | { readonly elapsedMs: number };

parentPort?.once('message', async (load: PeopleLoad) => {
  const startedAt = performance.now();
  await pushAll(load);
  tell({ elapsedMs: performance.now() - startedAt });
});

const tell = (said: PeoplePushed): void => parentPort?.postMessage(said);

async function pushAll({ address, port, host, authorityPem, token, connections, requestsOnConnection, people }: PeopleLoad): Promise<void> {
  const headers = { host, authorization: `Bearer ${token}`, 'content-type': 'application/scim+json', accept: 'application/scim+json' };
  const where = { host: address, port, servername: host, ca: authorityPem, method: 'POST', path: '/scim/v2/Users', headers };
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < people) {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let asked = 0; asked < requestsOnConnection && next < people; asked += 1) {
        const index = next++;
        const status = await answered({ ...where, agent }, personOf(index));
        if (status !== 201) throw new Error(`person ${index} was answered with ${status}`);
        if (index > 0 && index % 1_000 === 0) tell({ pushed: index });
      }
      agent.destroy();
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
}

const personOf = (index: number): string =>
  JSON.stringify({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: `bench-${index}@acme.test`,
    active: true,
    title: index % 3 === 0 ? 'Moulder' : 'Fitter',
  });

/** The status, once the answer was read to its end. */
const answered = (options: RequestOptions, body: string): Promise<number> =>
  opening('harness:bench-load', () => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const asked = request({ ...options, headers: { ...options.headers, 'content-length': Buffer.byteLength(body) } }, (answer) => {
      answer.on('error', reject).on('end', () => resolve(answer.statusCode ?? 0));
      answer.resume();
    });
    asked.on('error', reject).end(body);
    return promise;
  });
