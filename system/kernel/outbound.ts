/** The outbound port over an egress proxy: CONNECT, then TLS against one named trust, then one bounded HTTP exchange without redirects. RFC 9110 §9.3.6, RFC 9209. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { createSecureContext, type SecureContext, type TLSSocket, connect as tlsConnect } from 'node:tls';
import { boundedBytes, TooManyBytes } from './bounded-bytes.ts';
import {
  type Clock,
  type Observer,
  type Outbound,
  type OutboundAnswer,
  OutboundFailure,
  type OutboundFailureKind,
  type OutboundRequest,
} from './ports.ts';

export type OutboundConfig = {
  /** Where this zone's traffic leaves. */
  readonly egress: { readonly address: string; readonly port: number };
  /** PEM of the only authorities that are trusted. */
  readonly trustPem: string;
  /** Names the zone for the observer. */
  readonly zone: string;
  readonly clock: Clock;
};

/** `observer` hears each exchange in plaintext; `opens` declares the socket to whoever watches sockets. */
export function outboundThroughEgress(
  config: OutboundConfig,
  hooks: { readonly observer?: Observer; readonly opens?: <T>(work: () => T) => T } = {},
): Outbound {
  const opens = hooks.opens ?? ((work) => work());
  // Parsed once: it is the same for every exchange.
  const secureContext = createSecureContext({ ca: config.trustPem, minVersion: 'TLSv1.2' });
  return {
    request: (request) =>
      opens(async () => {
        const signal = AbortSignal.timeout(request.timeoutMs);
        const socket = await tunnel(config, request.url, signal);
        try {
          const secured = await secure(socket, { servername: request.url.hostname, secureContext, signal });
          hooks.observer?.heard(crossing(config, request));
          return await exchange(secured, request, signal);
        } finally {
          socket.destroy();
        }
      }),
  };
}

const crossing = ({ zone, clock }: OutboundConfig, { url, method, headers, body }: OutboundRequest) => ({
  from: zone,
  to: url.hostname,
  channel: 'outbound',
  atMs: clock.now(),
  head: [`${method} ${url.pathname}${url.search}`, ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`)].join(
    '\r\n',
  ),
  body: new TextEncoder().encode(body ?? ''),
});

const failed = (kind: OutboundFailureKind, cause?: unknown): OutboundFailure => new OutboundFailure(kind, { cause });
/** The deadline decides first: an aborted exchange is "no answer", whatever error the abort surfaced as. */
const kindOf = (signal: AbortSignal, otherwise: OutboundFailureKind): OutboundFailureKind => (signal.aborted ? 'no-answer' : otherwise);

const proxyErrors: Readonly<Record<string, OutboundFailureKind>> = {
  dns_error: 'name-not-found',
  connection_refused: 'connection-refused',
  connection_timeout: 'no-answer',
};

function tunnel({ egress }: OutboundConfig, url: URL, signal: AbortSignal): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const authority = `${url.hostname}:${url.port || 443}`;
  const asking = httpRequest({
    host: egress.address,
    port: egress.port,
    method: 'CONNECT',
    path: authority,
    headers: { host: authority },
    agent: false,
    signal,
  });
  asking.on('error', (error) => reject(failed(kindOf(signal, 'connection-broken'), error)));
  asking.on('connect', (answer, socket) => {
    if (answer.statusCode === 200) return resolve(socket);
    socket.destroy();
    reject(failed(proxyErrors[/error=([a-z_]+)/.exec(String(answer.headers['proxy-status']))?.[1] ?? ''] ?? 'connection-broken'));
  });
  asking.on('response', () => reject(failed('connection-broken')));
  asking.end();
  return promise;
}

const certificateErrors: Readonly<Record<string, OutboundFailureKind>> = {
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name-mismatch',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-not-trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-not-trusted',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate-not-trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-not-trusted',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-not-trusted',
  CERT_SIGNATURE_FAILURE: 'certificate-not-trusted',
};

type Securing = { readonly servername: string; readonly secureContext: SecureContext; readonly signal: AbortSignal };
function secure(socket: Socket, { servername, secureContext, signal }: Securing): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  const secured = tlsConnect({ socket, servername, secureContext, ALPNProtocols: ['http/1.1'] });
  const late = (): void => void secured.destroy(failed('no-answer'));
  if (signal.aborted) late();
  signal.addEventListener('abort', late, { once: true });
  secured.once('secureConnect', () => resolve(secured));
  secured.on('error', (error: NodeJS.ErrnoException) =>
    reject(failed(kindOf(signal, certificateErrors[error.code ?? ''] ?? 'connection-broken'), error)),
  );
  secured.once('close', () => reject(failed(kindOf(signal, 'connection-broken'))));
  return promise;
}

async function exchange(socket: TLSSocket, request: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> {
  const { url, method, headers = {}, body } = request;
  const { promise, resolve, reject } = Promise.withResolvers<OutboundAnswer>();
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const asking = httpsRequest(
    {
      createConnection: () => socket,
      host: url.hostname,
      path: `${url.pathname}${url.search}`,
      method,
      headers: { ...headers, ...length, host: url.host, connection: 'close' },
      signal,
    },
    async (answer) => {
      try {
        const bytes = await boundedBytes(answer, request.maxBytes);
        resolve({ status: answer.statusCode ?? 0, headers: single(answer.headers), body: new Uint8Array(bytes) });
      } catch (error) {
        const kind = error instanceof TooManyBytes ? 'answer-too-large' : kindOf(signal, 'connection-broken');
        reject(failed(kind, error));
      }
    },
  );
  asking.on('error', (error) => reject(failed(kindOf(signal, 'connection-broken'), error)));
  asking.end(body);
  return promise;
}

const single = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
