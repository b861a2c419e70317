/** The ingress gateway: the one way into the isolated cloud. Every request is judged, asked about once, and handed to exactly one service (I-03, I-04, I-10). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, renderAnswer } from '../../kernel/answer.ts';
import {
  type AuthenticationAnswer,
  type AuthenticationQuestion,
  authenticationAnswerSchema,
  decidePath,
  decideTimeoutMs,
  sessionCookies,
} from '../../kernel/authentication.ts';
import { type ForwardLimits, forward } from '../../kernel/forward.ts';
import type { Hop } from '../../kernel/hop.ts';
import { internalHeaders } from '../../kernel/internal-headers.ts';
import type { AuditLog, Log } from '../../kernel/ports.ts';
import { judge, type RefusalCode, type RuleTable } from '../../kernel/rule.ts';
import { readCookies } from '../../kernel/service.ts';
import { type AdmissionFacts, admissionRules } from './admission.ts';
import { refusedAtIngress, refusedByAuthentication } from './refused.ts';
import { type IngressFacts, ingressRules } from './request.ts';
import { canonicalTarget, type Route, routeFor } from './routes.ts';

export type { AdmissionRefusal } from './admission.ts';
export type { IngressRefusal } from './request.ts';
export type { Route } from './routes.ts';
export type IngressPolicy = { readonly request: RuleTable<IngressFacts>; readonly admission: RuleTable<AdmissionFacts> };
export const releasedIngressPolicy: IngressPolicy = Object.freeze({
  request: Object.freeze(ingressRules),
  admission: Object.freeze(admissionRules),
});

export type IngressParts<Service extends string> = {
  readonly routes: readonly Route<Service>[];
  readonly services: Readonly<Record<Service, Hop>>;
  /** Where the one authentication call goes. */
  readonly authentication: Hop;
  readonly breakGlass: Hop;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly policy: IngressPolicy;
};

const forwardLimits: ForwardLimits = { silenceMs: 20_000, headWithinMs: 20_000, wholeWithinMs: 60_000 };
const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Handles requests from the edge, and from nobody else: the listener accepts that role only. */
export function ingressHandler<Service extends string>(
  parts: IngressParts<Service>,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    enter(parts, request, response).catch((error: unknown) => {
      parts.log.error('the ingress broke while it handled a request', error);
      response.destroy();
    });
  };
}

async function enter<Service extends string>(
  parts: IngressParts<Service>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const visit = readVisit(request);
  const target = canonicalTarget(request.url ?? '');
  const route = target && routeFor(parts.routes, { host: visit.host, method: visit.method, path: target.path });
  const say = (code: RefusalCode, answer: Answer): Promise<void> => record(parts, visit, { code, answer, response });

  const judged = judge(parts.policy.request, { ...facts(request, visit), target, route });
  if (!judged.allowed) return say(judged.code, refusedAtIngress(judged.code, visit.asPage));
  if (!route) return say('ingress.request.route-not-listed', refusedAtIngress('ingress.request.route-not-listed', visit.asPage));

  const { answer, askedBreakGlass } = await authenticate(parts, { route, visit, returnTo: request.url ?? '/' });
  const admitted = judge(parts.policy.admission, { access: route.access, answer: typeof answer === 'string' ? answer : answer.kind });
  if (!admitted.allowed) return say(admitted.code, refusedAtIngress(admitted.code, visit.asPage));
  if (typeof answer !== 'string' && answer.kind !== 'allowed')
    return say(answer.code, refusedByAuthentication(answer, visit.asPage, askedBreakGlass));

  const context = typeof answer === 'string' ? {} : { [internalHeaders.context]: answer.context };
  const internal = { [internalHeaders.reference]: visit.reference, [internalHeaders.peer]: visit.peer, ...context };
  if (!route.ownsCookies) delete request.headers.cookie;
  const relayed = await forward(request, response, {
    hop: parts.services[route.to],
    internal,
    onAnswer: {},
    withoutOnAnswer: route.ownsCookies ? [] : ['set-cookie'],
    limits: forwardLimits,
  });
  if (!relayed) await say('ingress.service.no-answer', refusedAtIngress('ingress.admission.authentication-silent', visit.asPage));
}

type Visit = ReturnType<typeof readVisit>;
function readVisit({ headers, method = '' }: IncomingMessage) {
  const mode = headers['sec-fetch-mode'];
  const accepts = (headers.accept ?? '').includes('text/html');
  return {
    host: headers.host ?? '',
    method,
    reference: String(headers[internalHeaders.reference] ?? ''),
    peer: String(headers[internalHeaders.peer] ?? ''),
    cookies: readCookies(headers.cookie),
    asPage: accepts && (mode === undefined || mode === 'navigate'),
    mayBeLedToSignIn: method === 'GET' && accepts && (mode === undefined || mode === 'navigate'),
  };
}

function facts({ headers }: IncomingMessage, visit: Visit): Omit<IngressFacts, 'target' | 'route'> {
  const fetchSite = headers['sec-fetch-site'];
  return {
    changesState: changing.has(visit.method),
    origin: headers.origin,
    ownOrigin: `https://${visit.host}`,
    fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
    bodyBytes: headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : 'unknown',
  };
}

/** One call, to the one who knows: a break-glass cookie is break-glass's business on every host, so that it opens nothing but AdminHub. */
async function authenticate<Service extends string>(
  parts: IngressParts<Service>,
  { route, visit, returnTo }: { readonly route: Route<Service>; readonly visit: Visit; readonly returnTo: string },
): Promise<{ readonly answer: AuthenticationAnswer | 'no-answer' | 'not-asked'; readonly askedBreakGlass: boolean }> {
  if (route.access === 'anonymous') return { answer: 'not-asked', askedBreakGlass: false };
  const breakGlassSession = visit.cookies[sessionCookies.breakGlass];
  const askedBreakGlass = breakGlassSession !== undefined;
  const session = breakGlassSession ?? visit.cookies[sessionCookies.host];
  const question: AuthenticationQuestion = {
    reference: visit.reference,
    host: visit.host,
    audience: route.to,
    returnTo,
    peer: visit.peer,
    mayBeLedToSignIn: visit.mayBeLedToSignIn,
    ...(session === undefined ? {} : { session }),
  };
  try {
    const hop = askedBreakGlass ? parts.breakGlass : parts.authentication;
    return { answer: authenticationAnswerSchema.parse(await hop.call(decidePath, question, decideTimeoutMs)), askedBreakGlass };
  } catch (error) {
    parts.log.error('the authentication call got no answer', error);
    return { answer: 'no-answer', askedBreakGlass };
  }
}

async function record<Service extends string>(
  parts: IngressParts<Service>,
  visit: Visit,
  { code, answer, response }: { readonly code: RefusalCode; readonly answer: Answer; readonly response: ServerResponse },
): Promise<void> {
  await parts.audit.append({
    reference: visit.reference,
    event: 'ingress.request.received',
    code,
    actor: 'anonymous',
    peer: visit.peer,
    facts: { host: visit.host },
  });
  const { status, headers, body } = renderAnswer(answer, visit.reference);
  response.writeHead(status, headers).end(body);
}
