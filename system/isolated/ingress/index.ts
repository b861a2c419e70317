/** The ingress gateway: the one way into the isolated cloud. Every request is judged, asked about once, and handed to exactly one service (I-03, I-04, I-10). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, renderAnswer } from '../../kernel/answer.ts';
import { type ForwardLimits, forward, type NotRelayed } from '../../kernel/forward.ts';
import { forwardUpgrade } from '../../kernel/forward-upgrade.ts';
import type { Hop } from '../../kernel/hop.ts';
import { internalHeaders } from '../../kernel/internal-headers.ts';
import type { HttpHandler, UpgradedSocket } from '../../kernel/listener.ts';
import type { AuditLog, Clock, Log, Random } from '../../kernel/ports.ts';
import { newReference } from '../../kernel/reference.ts';
import { judge, type RefusalCode } from '../../kernel/rule.ts';
import { type Authenticated, authenticate } from './authenticate.ts';
import { watch } from './lasting/watch.ts';
import type { IngressPolicy } from './policy.ts';
import { refusedAtIngress, refusedByAuthentication } from './refused.ts';
import { type Route, wholeRow } from './route.ts';
import { targetText } from './target.ts';
import { factsOf, readVisit, type Visit } from './visit.ts';

export type { AdmissionRefusal } from './admission.ts';
export type { LastingRefusal } from './lasting/rules.ts';
export { type IngressPolicy, releasedIngressPolicy } from './policy.ts';
export type { IngressRefusal } from './request.ts';
export type { Route } from './route.ts';
export type { RouteGround } from './route-table/facts.ts';
export { digestOf, type JudgedTable, type LiveRoutes, liveRoutes, type RouteProblem } from './route-table/live.ts';
export type { RouteTableRefusal } from './route-table/rules.ts';

export type IngressParts<Service extends string> = {
  /** In force now: asked anew for each request. */
  routes(): readonly Route<Service>[];
  readonly services: Readonly<Record<Service, Hop>>;
  /** Where the one authentication call goes. */
  readonly authentication: Hop;
  readonly breakGlass: Hop;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  readonly policy: IngressPolicy;
};

const forwardLimits: ForwardLimits = { silenceMs: 20_000, headWithinMs: 20_000, wholeWithinMs: 60_000 };
/** A stream or a web socket that is silent for so long is gone: whoever has nothing to say beats its heart. */
const lastingLimits: ForwardLimits = { silenceMs: 60_000, headWithinMs: 20_000 };

/** Handles requests from the edge, and from nobody else: the listener accepts that role only. */
export function ingressHandler<Service extends string>(parts: IngressParts<Service>): HttpHandler {
  return (request, response, upgraded) => {
    enter(parts, { request, response, upgraded }).catch((error: unknown) => {
      parts.log.error('the ingress broke while it handled a request', error);
      response.destroy();
    });
  };
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly upgraded: UpgradedSocket | undefined };

async function enter<Service extends string>(parts: IngressParts<Service>, exchange: Exchange): Promise<void> {
  const { request, response, upgraded } = exchange;
  const { policy } = parts;
  const visit = readVisit(request, upgraded !== undefined);
  const target = policy.readTarget(request.url ?? '');
  const route = policy.findRoute(parts.routes(), { host: visit.host, method: visit.method, path: target.path });
  const say = (code: RefusalCode, answer: Answer): Promise<void> => record(parts, visit, { code, answer, response });

  const judged = judge(policy.request, { ...factsOf(request, visit), target, route });
  if (!judged.allowed) return say(judged.code, refusedAtIngress(judged.code, visit.asPage));
  if (!route) return say('ingress.request.route-not-listed', refusedAtIngress('ingress.request.route-not-listed', visit.asPage));

  const path = targetText(target);
  const authenticated = await authenticate(parts, { route, visit, returnTo: path });
  const { answer, askedBreakGlass } = authenticated;
  const admitted = judge(policy.admission, { access: route.access, answer: typeof answer === 'string' ? answer : answer.kind });
  if (!admitted.allowed) return say(admitted.code, refusedAtIngress(admitted.code, visit.asPage));
  if (typeof answer !== 'string' && answer.kind !== 'allowed')
    return say(answer.code, refusedByAuthentication(answer, visit.asPage, askedBreakGlass));

  const context = typeof answer === 'string' ? {} : { [internalHeaders.context]: answer.context };
  const internal = { [internalHeaders.reference]: visit.reference, [internalHeaders.peer]: visit.peer, ...context };
  if (!route.ownsCookies) delete request.headers.cookie;
  const notRelayed = await handOn(parts, exchange, { route, path, internal, authenticated, visit });
  if (!notRelayed) return;
  parts.log.error(`${route.to} gave no answer`, notRelayed);
  await say('ingress.service.no-answer', refusedAtIngress('ingress.admission.authentication-silent', visit.asPage));
}

type Onward<Service extends string> = {
  readonly route: Route<Service>;
  readonly path: string;
  readonly internal: Readonly<Record<string, string>>;
  readonly authenticated: Authenticated;
  readonly visit: Visit;
};

/** What may last is watched for as long as it does: its session must live, and its row must stay in force. */
async function handOn<Service extends string>(
  parts: IngressParts<Service>,
  { request, response, upgraded }: Exchange,
  { route, path, internal, authenticated, visit }: Onward<Service>,
): Promise<NotRelayed> {
  const hop = parts.services[route.to];
  const lasts = route.streams === true || upgraded !== undefined;
  const unwatch = lasts ? watched(parts, { route, authenticated, visit, end: () => (upgraded?.socket ?? response).destroy() }) : () => {};
  const withoutOnAnswer = route.ownsCookies ? [] : ['set-cookie'];
  const onAnswer: Record<string, string> = lasts ? { [internalHeaders.lasts]: '1' } : {};
  try {
    return upgraded
      ? await forwardUpgrade(request, { ...upgraded, response }, { hop, path, internal, onAnswer, withoutOnAnswer, limits: lastingLimits })
      : await forward(request, response, {
          hop,
          path,
          internal,
          onAnswer,
          withoutOnAnswer,
          limits: lasts ? lastingLimits : forwardLimits,
        });
  } finally {
    unwatch();
  }
}

/** Also in a table that was replaced by another one. */
const isInForce = (routes: readonly Route[], route: Route): boolean =>
  routes.includes(route) || routes.map(wholeRow).includes(wholeRow(route));

type Watching<Service extends string> = Pick<Onward<Service>, 'route' | 'authenticated' | 'visit'> & { end(): void };
function watched<Service extends string>(
  parts: IngressParts<Service>,
  { route, authenticated, visit, end }: Watching<Service>,
): () => void {
  const { clock, audit, log, policy, random } = parts;
  return watch({
    clock,
    table: policy.lasting,
    facts: async () => {
      const said = await authenticated.again();
      return { rowInForce: isInForce(parts.routes(), route), answer: said === 'no-answer' ? said : said.kind };
    },
    end: (code) => {
      const facts = { host: visit.host, of: visit.reference };
      audit
        .append({ reference: newReference(random), event: 'ingress.lasting.ended', code, actor: 'anonymous', peer: '', facts })
        .catch((error: unknown) => log.error('the end of a stream could not be recorded', error))
        .finally(end);
    },
  });
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
