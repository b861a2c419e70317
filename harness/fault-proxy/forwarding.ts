/** Forwards HTTP to the identity provider as a careful reverse proxy does: streaming, hop-by-hop fields dropped, forwarding fields set by us alone. RFC 9110 §7.6. */
import { request as httpRequest, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { answerEmpty, passOn } from '../network/answers.ts';
import { endToEnd, type Field } from '../network/fields.ts';
import { opening } from '../network/opener.ts';
import { proxyErrorOf, proxyStatus } from '../network/proxy-status.ts';
import type { ExchangeTap, HearsAnswer } from './exchange-tap.ts';
import { passesToIdp } from './idp-paths.ts';
import { passRewritten } from './rewriting/pass-rewritten.ts';
import type { Rewriters } from './rewriting/rewriters.ts';

export type ForwardingOptions = {
  readonly host: string;
  readonly realm: string;
  /** Asked at each request: a restarted identity provider may listen elsewhere. Plain HTTP. */
  readonly upstream: () => { readonly host: string; readonly port: number };
  readonly tap: ExchangeTap;
  readonly rewriters: Pick<Rewriters, 'forExchange' | 'noteRewritten'>;
  /** How long each response is held back, in milliseconds. */
  readonly delayMs?: () => number;
};

/** The handler of an honest or slow listener. */
export function forwarding(options: ForwardingOptions): RequestListener {
  return (request, response) => {
    if (!isAddressedTo(request, options.host)) return answerEmpty(response, 421);
    if (!passesToIdp(request.url ?? '', options.realm)) return answerEmpty(response, 404);
    forward(options, request, response);
  };
}

/** SNI and Host both name this host (S3). */
function isAddressedTo(request: IncomingMessage, host: string): boolean {
  const named = (request.headers.host ?? '').toLowerCase();
  return (request.socket as TLSSocket).servername === host && (named === host || named === `${host}:443`);
}

function forward(options: ForwardingOptions, request: IncomingMessage, response: ServerResponse): void {
  const { host, port } = options.upstream();
  const heard = options.tap(request);
  const outgoing = opening('harness:fault-proxy', () =>
    httpRequest({
      host,
      port,
      agent: false,
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: forwardedFields(request, options.host),
    }),
  );
  response.once('close', () => outgoing.destroy());
  outgoing.once('error', (error) => failed(response, error));
  outgoing.once('response', (answer) => {
    const onward = (): void => handOn({ options, request, answer, response, heard });
    if (options.delayMs) held(response, options.delayMs(), onward);
    else onward();
  });
  request.pipe(outgoing);
}

type Exchange = {
  readonly options: ForwardingOptions;
  readonly request: IncomingMessage;
  readonly answer: IncomingMessage;
  readonly response: ServerResponse;
  readonly heard: HearsAnswer;
};

/** As it comes, unless somebody changes answers of its kind. */
function handOn({ options: { rewriters }, request, answer, response, heard }: Exchange): void {
  const { method = 'GET', url = '/' } = request;
  const fields = endToEnd(answer.rawHeaders);
  const rewriter = rewriters.forExchange({ method, path: url.split('?', 1)[0] ?? '', status: answer.statusCode ?? 502, fields });
  if (rewriter) {
    const changed = (): void => rewriters.noteRewritten(rewriter);
    passRewritten(rewriter, { answer, fields, response, heard: heard.whole, changed }).catch((error) => failed(response, error));
  } else {
    heard.coming(answer);
    passOn(answer, response);
  }
}

/** Runs `work` after `ms`, unless the client has left by then. */
function held(response: ServerResponse, ms: number, work: () => void): void {
  const timer = setTimeout(work, ms);
  response.once('close', () => clearTimeout(timer));
}

function failed(response: ServerResponse, error: NodeJS.ErrnoException): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  answerEmpty(response, 502, { 'proxy-status': proxyStatus(proxyErrorOf(error)) });
}

const oursToSay = /^(forwarded|x-forwarded-.*|x-real-ip|via|proxy-.*|accept-encoding)$/;

function forwardedFields(request: IncomingMessage, host: string): string[] {
  const kept = endToEnd(request.rawHeaders).filter(([name]) => !oursToSay.test(plainName(name)) && plainName(name) !== 'host');
  const set: readonly Field[] = [
    ['Host', request.headers.host ?? host],
    ['X-Forwarded-For', request.socket.remoteAddress ?? ''],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Host', host],
    ['X-Forwarded-Port', '443'],
    ['Accept-Encoding', 'identity'], // so that the tap sees plain text
  ];
  return [...set, ...kept].flat();
}

/** `X_Forwarded_For` reaches some servers as `X-Forwarded-For`: judged as the same name. */
const plainName = (name: string): string => name.toLowerCase().replaceAll('_', '-');
