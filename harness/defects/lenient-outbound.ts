/** A client that is honest in all but one thing: it never looks at the certificate that it is shown. RFC 9110 §4.3.4. */
import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import type { ReferencePolicy } from '../target/reference/index.ts';
import type { SystemDefect } from './defect.ts';

type MakeOutbound = ReferencePolicy['outbound'];
type Request = ReturnType<MakeOutbound>['request'];
type Asked = Parameters<Request>[0];
type Egress = Parameters<MakeOutbound>[0]['egress'];

const unverified: MakeOutbound = ({ egress }, { opens } = {}) => ({
  request: (asked) => (opens ? opens(() => exchanged(egress, asked)) : exchanged(egress, asked)),
});

async function exchanged(egress: Egress, asked: Asked): ReturnType<Request> {
  const { url, method, headers = {}, body } = asked;
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const signal = AbortSignal.timeout(asked.timeoutMs);
  const socket = tlsConnect({ socket: await tunnelTo(egress, url, signal), servername: url.hostname, rejectUnauthorized: false });
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  secureRequest(url, {
    createConnection: () => socket,
    method,
    headers: { ...headers, ...length, host: url.host, connection: 'close' },
    signal,
  })
    .on('response', resolve)
    .on('error', reject)
    .end(body);
  const answer = await promise;
  const parts: Buffer[] = [];
  for await (const part of answer as AsyncIterable<Buffer>) parts.push(part);
  return { status: answer.statusCode ?? 0, headers: single(answer.headers), body: new Uint8Array(Buffer.concat(parts)) };
}

function tunnelTo({ address, port }: Egress, { hostname }: URL, signal: AbortSignal): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const authority = `${hostname}:443`;
  plainRequest({ host: address, port, method: 'CONNECT', path: authority, headers: { host: authority }, agent: false, signal })
    .on('connect', (_answer, socket) => resolve(socket))
    .on('error', reject)
    .end();
  return promise;
}

const single = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

export const anyCertificate: SystemDefect = {
  name: 'lenient:sso.idp.certificate',
  kind: 'lenient',
  breaks: 'The client toward the identity provider accepts whatever certificate it is shown.',
  plant: (policy) => ({ ...policy, outbound: unverified }),
};
