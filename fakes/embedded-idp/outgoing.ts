/** The only way out of the embedded identity provider: HTTPS through the CONNECT exit, trusting the run's authority alone, one connection for each call. */
import { Agent, request } from 'node:https';
import type { EmbeddedIdpConfiguration } from './configuration.ts';

const maxAnswerBytes = 64 * 1024;

/** A `fetch` for the library's back-channel calls. Names are resolved by the exit, never here. Rejects where the call does not get through. */
export function fetchThroughExit({ exit, authorityPem }: Pick<EmbeddedIdpConfiguration, 'exit' | 'authorityPem'>): typeof fetch {
  // Kept-alive connections would outlive a fault on the way: a new one for each call.
  const agent = new Agent({ keepAlive: false, ca: authorityPem, proxyEnv: { HTTPS_PROXY: `http://${exit.host}:${exit.port}` } });
  return async (input, init) => {
    const asked = new Request(input, init);
    const url = new URL(asked.url);
    if (url.protocol !== 'https:') throw new TypeError('the embedded identity provider calls out over HTTPS only');
    const body = Buffer.from(await asked.arrayBuffer());
    return call(url, agent, asked, body);
  };
}

function call(url: URL, agent: Agent, { method, headers, signal }: Request, body: Buffer): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = { ...Object.fromEntries(headers), 'content-length': String(body.byteLength) };
    const outgoing = request(url, { agent, method, headers: sent, signal }, async (incoming) => {
      try {
        const parts: Buffer[] = [];
        let bytes = 0;
        for await (const part of incoming as AsyncIterable<Buffer>) {
          bytes += part.byteLength;
          if (bytes > maxAnswerBytes) throw new Error('the answer is too large');
          parts.push(part);
        }
        const status = incoming.statusCode ?? 502;
        resolve(new Response(status === 204 || status === 304 ? null : Buffer.concat(parts), { status }));
      } catch (problem) {
        reject(problem);
      }
    });
    outgoing.on('error', reject).end(body);
  });
}
