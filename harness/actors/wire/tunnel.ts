/** One TLS connection to a host through the exit of a network, trusting the run's authority and nothing else. */
import { request } from 'node:http';
import type { Socket } from 'node:net';
import { connect, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import { opening } from '../../network/opener.ts';
import { type ProxyError, proxyErrorIn } from '../../network/proxy-status.ts';
import type { Symptom } from '../agent.ts';

export type Route = { readonly exitUrl: string; readonly authorityPem: string };

/** Why there is no answer, in the words of an outcome. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  readonly symptom: Symptom;
  constructor(symptom: Symptom, detail: string) {
    super(detail);
    this.symptom = symptom;
  }
}

/** What the exit's error type means for the one who asked. */
export const symptomOf: Readonly<Record<ProxyError, Symptom>> = {
  dns_error: 'no-such-name',
  connection_refused: 'refused',
  connection_timeout: 'timed-out',
  connection_terminated: 'reset',
  destination_ip_unroutable: 'refused',
  http_request_denied: 'other',
  proxy_internal_error: 'other',
};

/** A fresh connection. Rejects with `Unreachable`; `signal` ends the attempt. */
export async function openTunnel(route: Route, host: string, signal: AbortSignal): Promise<TLSSocket> {
  const socket = await throughExit(route, host, signal);
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  const secure = opening('harness:wire-user', () =>
    connect({ socket, servername: host, secureContext: trusting(route.authorityPem), ALPNProtocols: ['http/1.1'] }),
  );
  const stop = (): void => void secure.destroy();
  signal.addEventListener('abort', stop, { once: true });
  secure.once('secureConnect', () => resolve(secure));
  secure.on('error', (error) => reject(unreachable(error, host)));
  secure.once('close', () => {
    signal.removeEventListener('abort', stop);
    reject(new Unreachable('reset', `${host} hung up during the handshake`));
  });
  return promise;
}

const contexts = new Map<string, SecureContext>();

/** Parsed once for each authority: a process has one for each run. */
function trusting(authorityPem: string): SecureContext {
  const context = contexts.get(authorityPem) ?? createSecureContext({ ca: authorityPem, minVersion: 'TLSv1.2' });
  contexts.set(authorityPem, context);
  return context;
}

function throughExit(route: Route, host: string, signal: AbortSignal): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const exit = new URL(route.exitUrl);
  const asked = opening('harness:wire-user', () =>
    request({
      host: exit.hostname,
      port: exit.port,
      method: 'CONNECT',
      path: `${host}:443`,
      headers: { host: `${host}:443` },
      agent: false,
      signal,
    }),
  );
  asked.on('connect', (answer, socket) => {
    if (answer.statusCode === 200) return resolve(socket as Socket);
    socket.destroy();
    const said = proxyErrorIn([answer.headers['proxy-status']].flat()[0]);
    reject(new Unreachable(said ? symptomOf[said] : 'other', `the exit says ${said ?? `status ${answer.statusCode ?? 0}`} for ${host}`));
  });
  asked.on('response', (answer) => reject(new Unreachable('other', `the exit answered ${answer.statusCode ?? 0} to CONNECT`)));
  asked.on('error', (error) => reject(new Unreachable('other', `the exit does not answer (${codeOf(error)})`)));
  asked.end();
  return promise;
}

const untrusted = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'PERMITTED_VIOLATION',
  'UNSPECIFIED',
]);

const codeOf = (error: Error): string => (error as NodeJS.ErrnoException).code ?? error.name;

/** What went wrong on an open or opening connection. */
export function unreachable(error: Error, host: string): Unreachable {
  if (error instanceof Unreachable) return error;
  const code = codeOf(error);
  if (untrusted.has(code)) return new Unreachable('untrusted', `the certificate of ${host} is not trusted (${code})`);
  if (code === 'ABORT_ERR' || code === 'ETIMEDOUT') return new Unreachable('timed-out', `${host} did not answer in time`);
  if (code === 'ECONNREFUSED') return new Unreachable('refused', `${host} refused the connection`);
  if (code === 'ECONNRESET' || code === 'EPIPE' || code.startsWith('ERR_SSL') || code.startsWith('HPE_'))
    return new Unreachable('reset', `${host} broke the connection (${code})`);
  return new Unreachable('other', `${host}: ${code}`);
}
