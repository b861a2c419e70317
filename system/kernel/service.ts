/** A service behind the ingress: a table of actions, each of which is judged, recorded once, and only then answered (B-11: no action without an event). */
import type { IncomingMessage } from 'node:http';
import express, { type Request, type Response } from 'express';
import { type Answer, renderAnswer } from './answer.ts';
import { maxBodyBytes } from './body-limits.ts';
import type { EventName } from './events.ts';
import { internalHeaders } from './internal-headers.ts';
import { stream, takeUp } from './lasting-answer.ts';
import type { HttpHandler, UpgradedSocket } from './listener.ts';
import { type Multipart, multipartType } from './multipart.ts';
import type { AuditEntry, AuditLog, Log } from './ports.ts';
import { isReference } from './reference.ts';
import { Refusal } from './refusal.ts';
import type { RefusalCode } from './rule.ts';

/** One request as an action sees it; all of it is untrusted but `reference`, `peer` and `host`, which the ingress vouches for. */
export type ServiceRequest = {
  readonly reference: string;
  readonly peer: string;
  readonly host: string;
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Each parameter that came once. */
  readonly query: Readonly<Record<string, string>>;
  /** The query as it was written: what a signature over it is about. */
  readonly rawQuery: string;
  /** The names of those that came more than once, and so are nobody's. */
  readonly repeated: readonly string[];
  readonly form: Readonly<Record<string, string>>;
  /** The body as it came, where it is JSON; whoever takes it parses it. */
  readonly json: string | undefined;
  /** The body as it came, where it is a form with a file, of an action that takes one: `multipart.ts` reads it, once its sender was let in. */
  readonly multipart?: Multipart | undefined;
  /** The file in it, for whoever comes after the one who read it. */
  readonly file?: Uint8Array | undefined;
  /** What stands behind `Bearer`. RFC 6750 §2.1. */
  readonly bearer: string | undefined;
  /** RFC 9110 §13.1.1. */
  readonly ifMatch: string | undefined;
  readonly cookies: Readonly<Record<string, string>>;
  readonly context: string | undefined;
  readonly wantsPage: boolean;
  readonly userAgent: string;
};

export type Action = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Express path template: `/issues/:id`. */
  readonly path: string;
  /** Its name in the event catalogue: `tracker.issues.listed`. */
  readonly event: EventName;
  /** Its form may carry a file. Of no other action is such a body read. */
  readonly takesFile?: true;
  /** Whoever may do this; throws `Refusal` when not. */
  run(request: ServiceRequest): Promise<Answer>;
  /** What the outside sees of a refusal; the service's own default when absent. Constant for everybody. */
  refused?(refusal: Refusal, request: ServiceRequest): Promise<Answer> | Answer;
};

export type Service = {
  /** `tracker`: part of the codes for what went wrong without a rule. */
  readonly name: 'sso' | 'break-glass' | 'admin-hub' | 'tracker' | 'wiki';
  readonly actions: readonly Action[];
  refused(refusal: Refusal, request: ServiceRequest): Promise<Answer> | Answer;
  readonly audit: AuditLog;
  readonly log: Log;
};

const maxFormBytes = 64 * 1024;
/** A group with ten thousand members. */
const maxJsonBytes = 1024 * 1024;
const jsonTypes = ['application/json', 'application/scim+json'];

/** The request handler of a service, for a listener that only the ingress reaches. */
export function serviceHandler(service: Service): HttpHandler {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('case sensitive routing', true);
  app.set('strict routing', true);
  app.use(express.urlencoded({ extended: false, limit: maxFormBytes, parameterLimit: 50 }));
  app.use(express.text({ type: jsonTypes, limit: maxJsonBytes }));
  for (const action of service.actions) {
    const withFile = action.takesFile ? [express.raw({ type: multipartType, limit: maxBodyBytes })] : [];
    app[verbs[action.method]](action.path, ...withFile, (request: Request, response: Response) =>
      serve(service, action, { request, response }),
    );
  }
  const unlisted: Action = {
    method: 'GET',
    path: '*',
    event: `${service.name}.request.received`,
    run: async () => refuseUnlisted(service.name),
  };
  app.use((request: Request, response: Response) => serve(service, unlisted, { request, response }));
  app.use((error: unknown, request: Request, response: Response, _next: unknown) => {
    const unreadable = new Refusal(`${service.name}.request.unreadable`, { cites: ['RFC 9110 §15.5.1'], cause: error });
    return serve(service, { ...unlisted, run: () => Promise.reject(unreadable) }, { request, response });
  });
  app.use((error: unknown, _request: Request, response: Response, _next: unknown) => {
    service.log.error(`${service.name} could not even refuse a request`, error);
    response.status(500).end();
  });
  return (request, response, upgraded) => {
    if (upgraded) upgrades.set(request, upgraded);
    app(request, response);
  };
}

const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

/** Requests that came as the beginning of a web socket. */
const upgrades = new WeakMap<IncomingMessage, UpgradedSocket>();

function refuseUnlisted(name: string): never {
  throw new Refusal(`${name}.request.no-such-action`, { cites: ['M-05'] });
}

type Exchange = { readonly request: Request; readonly response: Response };
async function serve(service: Service, action: Action, { request: incoming, response: outgoing }: Exchange): Promise<void> {
  const request = readRequest(incoming);
  const { answer, code, facts } = await decide(service, action, request);
  const entry: AuditEntry = {
    reference: request.reference,
    event: action.event,
    code,
    actor: answer.actor ?? 'anonymous',
    peer: request.peer,
    facts: { ...facts, ...answer.facts },
  };
  try {
    await service.audit.append(entry);
    answer.effect?.();
  } catch (error) {
    service.log.error('an answer was withheld: its record could not be written, or what it records could not be done', error);
    outgoing.status(503).end();
    return;
  }
  const upgraded = upgrades.get(incoming);
  if (answer.content.kind === 'web-socket' && upgraded) {
    const broke = (error: unknown): void => service.log.error(`${service.name} broke while it spoke over a web socket`, error);
    return takeUp(incoming, { ...upgraded, response: outgoing }, { open: answer.content.open, broke });
  }
  const bytes = renderAnswer(answer, request.reference);
  outgoing.status(bytes.status).set(bytes.headers);
  if (answer.content.kind === 'stream') stream(outgoing, answer.content.open);
  else outgoing.end(bytes.body);
}

type Decided = { readonly answer: Answer; readonly code: RefusalCode | 'allowed'; readonly facts: Refusal['facts'] };

async function decide(service: Service, action: Action, request: ServiceRequest): Promise<Decided> {
  try {
    return { answer: await action.run(request), code: 'allowed', facts: {} };
  } catch (error) {
    if (!(error instanceof Refusal)) service.log.error(`${service.name} broke while it handled ${action.event}`, error);
    const refusal = error instanceof Refusal ? error : new Refusal(`${service.name}.request.unexpected`, { cites: ['C-08'], cause: error });
    const answer = await (action.refused ?? service.refused)(refusal, request);
    return { answer, code: refusal.code, facts: refusal.facts };
  }
}

const plain = (values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));

function readRequest(request: Request): ServiceRequest {
  const reference = request.get(internalHeaders.reference) ?? '';
  if (!isReference(reference)) throw new TypeError('a request without a reference reached a service: the ingress sets it');
  return {
    reference,
    peer: request.get(internalHeaders.peer) ?? '',
    host: request.get('host') ?? '',
    path: request.path,
    parameters: plain(request.params),
    query: plain(request.query),
    rawQuery: request.originalUrl.split('?').slice(1).join('?'),
    repeated: Object.entries(request.query).flatMap(([name, value]) => (Array.isArray(value) ? [name] : [])),
    form: typeof request.body === 'string' || Buffer.isBuffer(request.body) ? {} : plain(request.body ?? {}),
    json: typeof request.body === 'string' ? request.body : undefined,
    multipart: Buffer.isBuffer(request.body) ? { type: request.get('content-type') ?? '', bytes: request.body } : undefined,
    bearer: /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(request.get('authorization') ?? '')?.[1],
    ifMatch: request.get('if-match'),
    cookies: readCookies(request.get('cookie')),
    context: request.get(internalHeaders.context),
    wantsPage: (request.get('accept') ?? '').includes('text/html'),
    userAgent: request.get('user-agent') ?? '',
  };
}

/** Only `__Host-` cookies are read (S3); a name that comes twice is nobody's. RFC 6265 §5.4. */
export function readCookies(header: string | undefined): Readonly<Record<string, string>> {
  const pairs = (header ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    return at > 0 && name.startsWith('__Host-') ? [[name, pair.slice(at + 1).trim()] as const] : [];
  });
  const names = pairs.map(([name]) => name);
  return Object.fromEntries(pairs.filter(([name]) => names.indexOf(name) === names.lastIndexOf(name)));
}
