/** An edge, an ingress and an echoing product over real mutual TLS, and raw sockets in front of them: what the edge's and the ingress's tests knock at. */
import type { IncomingMessage, RequestListener } from 'node:http';
import { type TLSSocket, connect as tlsConnect } from 'node:tls';
import { createAuthority } from '../harness/authority/authority.ts';
import { createWorkloadAuthority, type WorkloadAuthority } from '../harness/authority/workload-authority.ts';
import type { EdgeLimitsInput } from '../system/edge/config.ts';
import { type EdgePolicy, releasedEdgePolicy, startEdge } from '../system/edge/index.ts';
import { type IngressPolicy, ingressHandler, type Route, releasedIngressPolicy } from '../system/isolated/ingress/index.ts';
import { type AuthenticationAnswer, type AuthenticationQuestion, decidePath } from '../system/kernel/authentication.ts';
import { type Hop, hopTo } from '../system/kernel/hop.ts';
import { type HttpHandler, type Listener, listenForRole } from '../system/kernel/listener.ts';
import type { AuditEntry, Clock, Crossing } from '../system/kernel/ports.ts';
import type { Role } from '../system/kernel/workload.ts';
import { silentLog, systemRandom } from './manual-ports.ts';

export const stageHost = 'tracker.acme.isolated.test';
export const otherHost = 'admin.acme.isolated.test';
export const foreignHost = 'tracker.initech.isolated.test';

export type Heard = {
  readonly method: string;
  readonly url: string;
  readonly rawHeaders: readonly string[];
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};
export type Decide = (question: AuthenticationQuestion, respond: Parameters<RequestListener>[1]) => AuthenticationAnswer | 'says-nothing';

export type Stage = {
  readonly authorityPem: string;
  readonly workloads: WorkloadAuthority;
  readonly edge: Listener;
  readonly ingress: Listener;
  /** What reached the product, in order. */
  readonly product: Heard[];
  readonly questions: { readonly asked: 'authentication' | 'break-glass'; readonly question: AuthenticationQuestion }[];
  readonly edgeRecords: AuditEntry[];
  readonly ingressRecords: AuditEntry[];
  /** What the edge's observer heard. */
  readonly crossings: Crossing[];
  /** A TLS connection to the edge; `host` is the server name. */
  connect(host?: string): Promise<TLSSocket>;
  /** Sends bytes on a new connection and reads until the other side closes or has sent `answers` whole answers. */
  say(bytes: string | Uint8Array, options?: { readonly answers?: number; readonly host?: string }): Promise<readonly RawAnswer[]>;
  closeProduct(): Promise<void>;
  close(): Promise<void>;
};

const stageRoutes: readonly Route<'tracker'>[] = [
  { host: stageHost, method: 'GET', path: '/', to: 'tracker', access: 'session' },
  { host: stageHost, method: 'POST', path: '/issues', to: 'tracker', access: 'session' },
  { host: stageHost, method: 'GET', path: '/issues/:id', to: 'tracker', access: 'session' },
  { host: stageHost, method: 'GET', path: '/open', to: 'tracker', access: 'anonymous', ownsCookies: true },
  { host: stageHost, method: 'GET', path: '/open-without-cookies', to: 'tracker', access: 'anonymous' },
];

const allowEveryone: Decide = () => ({ kind: 'allowed', context: 'a-context-token', actor: 'u-1' });

export type StageOptions = {
  readonly decide?: Decide;
  readonly decideBreakGlass?: Decide;
  readonly product?: HttpHandler;
  /** Of the ingress: by it a watch over what lasts asks again. */
  readonly clock?: Clock;
  readonly policy?: IngressPolicy;
  readonly edgePolicy?: EdgePolicy;
  readonly limits?: EdgeLimitsInput;
  readonly routes?: readonly Route<'tracker'>[];
  /** Before the edge has written a record. */
  readonly edgeAuditWaits?: () => Promise<void>;
};
/** Real time, by which a watch over a stream asks again. */
const stageClock = {
  now: Date.now,
  after: (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref()),
  skewMs: () => 0,
};

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const authority = await createAuthority({ name: 'Stage authority' });
  const workloads = await createWorkloadAuthority({ name: 'Stage workload authority' });
  const identity = { edge: await workloads.certificateFor('edge'), ingress: await workloads.certificateFor('ingress') };
  const listeners: Listener[] = [];
  const hops: Hop[] = [];
  const product: Heard[] = [];
  const questions: Stage['questions'] = [];
  const edgeRecords: AuditEntry[] = [];
  const ingressRecords: AuditEntry[] = [];
  const crossings: Crossing[] = [];

  const hopBehind = async (role: Role, handle: HttpHandler): Promise<{ hop: Hop; listener: Listener }> => {
    const listener = await listenForRole({
      address: '127.0.0.1',
      identity: await workloads.certificateFor(role),
      accepts: 'ingress',
      handle,
      refused: () => {},
    });
    const hop = hopTo({ ...listener, role }, identity.ingress);
    listeners.push(listener);
    hops.push(hop);
    return { hop, listener };
  };
  const deciding =
    (asked: 'authentication' | 'break-glass', decide: Decide): RequestListener =>
    async (request, response) => {
      const question = JSON.parse(await bodyOf(request)) as AuthenticationQuestion;
      if (request.url !== decidePath) return void response.writeHead(404).end();
      questions.push({ asked, question });
      const answer = decide(question, response);
      if (answer !== 'says-nothing') response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    };
  const echo: HttpHandler =
    options.product ??
    ((request, response) => {
      const { method = '', url = '', rawHeaders, headers } = request;
      void bodyOf(request).then((body) => {
        product.push({ method, url, rawHeaders, headers, body });
        response.writeHead(200, { 'content-type': 'text/plain' }).end(`echo of ${method} ${url}`);
      });
    });

  const tracker = await hopBehind('tracker', echo);
  const authentication = await hopBehind('authentication-service', deciding('authentication', options.decide ?? allowEveryone));
  const breakGlass = await hopBehind('break-glass', deciding('break-glass', options.decideBreakGlass ?? allowEveryone));
  const ingress = await listenForRole({
    address: '127.0.0.1',
    identity: identity.ingress,
    accepts: 'edge',
    handle: ingressHandler({
      routes: () => options.routes ?? stageRoutes,
      services: { tracker: tracker.hop },
      authentication: authentication.hop,
      breakGlass: breakGlass.hop,
      audit: { append: async (entry) => void ingressRecords.push(entry) },
      log: silentLog,
      clock: options.clock ?? stageClock,
      random: systemRandom,
      policy: options.policy ?? releasedIngressPolicy,
    }),
    refused: () => {},
  });
  listeners.push(ingress);
  const certificates = { [stageHost]: await authority.leafFor(stageHost), [otherHost]: await authority.leafFor(otherHost) };
  const edge = await startEdge(
    { address: '127.0.0.1', certificates, identity: identity.edge, ingress, ...(options.limits ? { limits: options.limits } : {}) },
    {
      random: systemRandom,
      audit: {
        append: async (entry) => {
          await options.edgeAuditWaits?.();
          edgeRecords.push(entry);
        },
      },
      log: silentLog,
      clock: stageClock,
      observer: { heard: (crossing) => void crossings.push(crossing) },
    },
    options.edgePolicy ?? releasedEdgePolicy,
  );
  // The edge's own note of its start belongs to no test.
  edgeRecords.length = 0;
  const connect = (host = stageHost): Promise<TLSSocket> => {
    const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
    const socket = tlsConnect({ host: '127.0.0.1', port: edge.port, servername: host, ca: authority.certificatePem });
    socket.once('secureConnect', () => resolve(socket));
    socket.once('error', reject);
    return promise;
  };
  return {
    authorityPem: authority.certificatePem,
    workloads,
    edge,
    ingress,
    product,
    questions,
    edgeRecords,
    ingressRecords,
    crossings,
    connect,
    say: async (bytes, { answers = Number.POSITIVE_INFINITY, host = stageHost } = {}) => {
      const socket = await connect(host);
      socket.write(bytes);
      return answersOn(socket, answers);
    },
    closeProduct: () => tracker.listener.close(),
    close: async () => {
      await edge.close();
      for (const hop of hops) hop.close();
      await Promise.all(listeners.map((listener) => listener.close()));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
}

export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string };

/** Reads until the other side closes, or until `wanted` whole answers have come. Whatever does not parse as an answer is one with status 0. */
export function answersOn(socket: TLSSocket, wanted = Number.POSITIVE_INFINITY): Promise<readonly RawAnswer[]> {
  const { promise, resolve } = Promise.withResolvers<readonly RawAnswer[]>();
  let text = '';
  const finish = (): void => {
    socket.destroy();
    resolve(parseAnswers(text).answers);
  };
  socket.on('data', (part) => {
    text += part.toString('latin1');
    if (parseAnswers(text).answers.length >= wanted) finish();
  });
  socket.on('error', finish);
  socket.on('close', finish);
  return promise;
}

/** RFC 9112 §6: by content-length or in chunks; what is left over is not an answer yet. */
function parseAnswers(text: string): { readonly answers: readonly RawAnswer[]; readonly rest: string } {
  const answers: RawAnswer[] = [];
  let rest = text;
  for (;;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0) return { answers, rest };
    const head = rest.slice(0, end);
    const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? 0);
    const body = rest.slice(end + 4);
    const length = bodyLength(head, status, body);
    if (length === undefined) return { answers, rest };
    if (status >= 200 || status === 0) answers.push({ status, head, body: body.slice(0, length) });
    rest = body.slice(length);
  }
}

function bodyLength(head: string, status: number, body: string): number | undefined {
  if (status < 200) return 0;
  const declared = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (declared !== undefined) return body.length >= Number(declared) ? Number(declared) : undefined;
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return 0;
  const end = /(?:^|\r\n)0\r\n\r\n/.exec(body);
  return end ? end.index + end[0].length : undefined;
}

export const own = `https://${stageHost}`;
/** What a browser sends with a form of our own page. */
export const sameOrigin = [
  ['Origin', own],
  ['Sec-Fetch-Site', 'same-origin'],
] as const;

export type Ask = {
  readonly method?: string;
  readonly target?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
};
/** One request on a connection of its own. Throws when there is not exactly one answer. */
export async function askOnce(at: Stage, { method = 'GET', target = '/', headers = [], body }: Ask = {}): Promise<RawAnswer> {
  const length = body === undefined ? [] : ([['Content-Length', String(body.length)]] as const);
  const lines = [['Host', stageHost], ['Connection', 'close'], ...headers, ...length].map(([name, value]) => `${name}: ${value}\r\n`);
  const [answer, ...more] = await at.say(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`);
  if (!answer || more.length > 0) throw new TypeError(`${more.length + (answer ? 1 : 0)} answers to one request`);
  return answer;
}
export const refusalCodes = (at: Stage): readonly string[] => at.ingressRecords.map(({ code }) => code);

export const answerHeader = (answer: RawAnswer | undefined, name: string): string | undefined =>
  new RegExp(`\\r\\n${name}: ([^\\r]*)`, 'i').exec(answer?.head ?? '')?.[1];
