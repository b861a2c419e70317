/** The independent observer: asks the identity provider on a fresh connection of its own, by a code path that the system does not share. */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { opening } from '../network/opener.ts';
import { proxyErrorIn } from '../network/proxy-status.ts';
import { type Stage, type Symptom, symptomOfError, symptomOfExit } from './symptom.ts';

export type Probe = {
  /** Asks once. Never rejects: whatever happens is a symptom. `timeLimitMs` bounds the whole attempt (1,500 by default). */
  ask(options?: { readonly timeLimitMs?: number }): Promise<Symptom>;
  /** One whole exchange. Never rejects. `timeLimitMs` as for `ask`, by default 10,000: a sign-in page takes longer than a look. */
  exchange(question: ProbeQuestion, options?: { readonly timeLimitMs?: number }): Promise<ProbeAnswer | { readonly failed: Symptom }>;
};

/** `path` with its query. Redirects are not followed. */
export type ProbeQuestion = {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
/** Header names in lower case; several of one name are joined by a comma. */
export type ProbeAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
};

export type ProbeOptions = {
  /** The exit of network `probe`. */
  readonly exit: { readonly host: string; readonly port: number };
  readonly host: string;
  /** A page that a healthy host answers with 200: the realm's discovery document. */
  readonly path: string;
  /** The only authority that is trusted. */
  readonly authorityPem: string;
};

const probeTimeLimitMs = 1_500;
const exchangeTimeLimitMs = 10_000;

export function createProbe(options: ProbeOptions): Probe {
  return {
    async ask({ timeLimitMs = probeTimeLimitMs } = {}) {
      const startedAtMs = performance.now();
      const since = (): number => performance.now() - startedAtMs;
      const seen = await attempt(options, timeLimitMs, async (secure) => {
        const tlsAfterMs = since();
        return { status: await statusOf(secure, options), tlsAfterMs };
      });
      return 'failed' in seen ? seen.failed : { kind: 'answered', afterMs: since(), ...seen };
    },
    exchange: (question, { timeLimitMs = exchangeTimeLimitMs } = {}) =>
      attempt(options, timeLimitMs, (secure) => answerOf(secure, options.host, question)),
  };
}

/** What ends an attempt early. */
class Stopped extends Error {
  readonly symptom: Symptom;
  constructor(symptom: Symptom) {
    super(symptom.kind);
    this.symptom = symptom;
  }
}

async function attempt<Said>(
  options: ProbeOptions,
  timeLimitMs: number,
  talk: (secure: TLSSocket) => Promise<Said>,
): Promise<Said | { readonly failed: Symptom }> {
  const startedAtMs = performance.now();
  const used: { destroy(): void }[] = [];
  let stage: Stage = 'tunnel';
  const late = Promise.withResolvers<never>();
  const stop = (): void => late.reject(new Stopped({ kind: 'no-answer', stage, afterMs: performance.now() - startedAtMs }));
  const timer = setTimeout(stop, timeLimitMs);
  const inTime = <Value>(work: Promise<Value>): Promise<Value> => Promise.race([work, late.promise]);
  try {
    const socket = await inTime(tunnel(options, used));
    stage = 'tls';
    const secure = await inTime(handshake(options, socket, used));
    stage = 'answer';
    return await inTime(talk(secure));
  } catch (error) {
    return { failed: error instanceof Stopped ? error.symptom : symptomOfError(error as NodeJS.ErrnoException) };
  } finally {
    clearTimeout(timer);
    for (const socket of used) socket.destroy();
  }
}

function tunnel(options: ProbeOptions, used: { destroy(): void }[]): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const target = {
    host: options.exit.host,
    port: options.exit.port,
    method: 'CONNECT',
    path: `${options.host}:443`,
    agent: false,
  } as const;
  const request = opening('harness:probe', () => httpRequest(target));
  used.push(request);
  request.on('error', reject);
  request.once('connect', (answer, socket) => {
    used.push(socket);
    if (answer.statusCode === 200) return resolve(socket as Socket);
    reject(new Stopped(symptomOfExit(proxyErrorIn(answer.headers['proxy-status'] as string | undefined))));
  });
  request.end();
  return promise;
}

function handshake(options: ProbeOptions, socket: Socket, used: { destroy(): void }[]): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  const secure = connectTls({
    socket,
    servername: options.host,
    ca: options.authorityPem,
    ALPNProtocols: ['http/1.1'],
    minVersion: 'TLSv1.2',
  });
  used.push(secure);
  secure.on('error', reject);
  secure.once('close', () => reject(new Stopped({ kind: 'reset' })));
  secure.once('secureConnect', () => resolve(secure));
  return promise;
}

/** The status of the first line of the answer; the rest is nobody's business here. */
function statusOf(secure: TLSSocket, options: ProbeOptions): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let received = '';
  secure.on('error', reject);
  secure.once('close', () => reject(new Stopped({ kind: 'reset' })));
  secure.on('data', (part: Buffer) => {
    received += part.toString('latin1');
    const [, status] = /^HTTP\/1\.1 (\d{3})[^\r\n]*\r\n/.exec(received) ?? [];
    if (status) resolve(Number(status));
    else if (received.length > 1_000) reject(new Stopped({ kind: 'other', detail: 'not HTTP' }));
  });
  secure.write(`GET ${options.path} HTTP/1.1\r\nHost: ${options.host}\r\nAccept: application/json\r\nConnection: close\r\n\r\n`);
  return promise;
}

/** All of the answer; one that breaks off rejects. */
function answerOf(secure: TLSSocket, host: string, { method = 'GET', path, headers = {}, body = '' }: ProbeQuestion): Promise<ProbeAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ProbeAnswer>();
  const length = method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const asked = httpsRequest({
    createConnection: () => secure,
    method,
    path,
    headers: { host, connection: 'close', ...headers, ...length },
  });
  asked.once('error', reject);
  asked.once('response', async (answer) => {
    try {
      const parts: Buffer[] = [];
      for await (const part of answer as AsyncIterable<Buffer>) parts.push(part);
      const said = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
      const cookies = answer.headers['set-cookie'] ?? [];
      resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(said), cookies, body: Buffer.concat(parts).toString('utf8') });
    } catch (error) {
      reject(error);
    }
  });
  asked.end(body);
  return promise;
}
