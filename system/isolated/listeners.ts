/** The listeners of one isolated cloud: each part behind one of its own, reached by one workload role and nobody else (S2). */
import type { RequestListener } from 'node:http';
import {
  type AuthenticationAnswer,
  type AuthenticationQuestion,
  authenticationQuestionSchema,
  decidePath,
} from '../kernel/authentication.ts';
import { type Hop, hopTo } from '../kernel/hop.ts';
import { jsonHandler } from '../kernel/json-handler.ts';
import { type HttpHandler, type Listener, listenForRole } from '../kernel/listener.ts';
import { newReference } from '../kernel/reference.ts';
import type { RefusalCode } from '../kernel/rule.ts';
import { serviceHandler } from '../kernel/service.ts';
import type { Role, WorkloadIdentity } from '../kernel/workload.ts';
import type { IsolatedConfig } from './config.ts';
import { ingressHandler, type LiveRoutes, liveRoutes } from './ingress/index.ts';
import type { IsolatedParts, IsolatedPorts } from './parts.ts';
import type { IsolatedPolicy } from './policy.ts';
import { isolatedRoutes, type RoutedService, routeGround } from './routes.ts';

export type Place = { readonly address: string; readonly port: number };
/** Where each service listens, for the ingress only. */
export type ServicePlaces = Partial<Record<keyof IsolatedConfig['identities'], Place>>;
/** One listener inside: of which part, and for whom. It can be shut and opened again in the same place, as when its part is replaced. */
export type Door = Place & { readonly at: string; readonly accepts: Role; shut(): Promise<void>; open(): Promise<void> };
/** What has to be ended again, and where it is, filled as it is started. */
export type Started = { readonly listeners: Listener[]; readonly hops: Hop[]; readonly services: ServicePlaces; readonly doors: Door[] };
export type Starting = {
  readonly config: IsolatedConfig;
  readonly ports: IsolatedPorts;
  readonly policy: IsolatedPolicy;
  readonly parts: IsolatedParts;
  readonly started: Started;
};
type OwnRole = keyof IsolatedConfig['identities'];

/** `ingress` is for the edge only, `desk` for the Support Desk only. */
export async function startListeners(
  starting: Starting,
): Promise<{ readonly ingress: Place; readonly desk: Place; readonly routes: LiveRoutes<RoutedService> }> {
  const { ports, policy, parts } = starting;
  const hop = (role: OwnRole, handle: HttpHandler): Promise<Hop> => hopFromIngress(starting, role, handle);
  const services: Record<RoutedService, Hop> = {
    'authentication-service': await hop('authentication-service', serviceHandler(parts.sso.service)),
    'break-glass': await hop('break-glass', serviceHandler(parts.breakGlass.service)),
    'admin-hub': await hop('admin-hub', serviceHandler(parts.adminHub)),
    tracker: await hop('tracker', serviceHandler(parts.tracker)),
    wiki: await hop('wiki', serviceHandler(parts.wiki)),
  };
  const authentication = await hop('authentication-service', deciding(ports, parts.sso.decide));
  const breakGlass = await hop('break-glass', deciding(ports, parts.breakGlass.decide));
  const desk = await listen(starting, { role: 'break-glass', accepts: 'support-desk', handle: parts.breakGlass.deskHandler });
  const { audit, log, clock, random } = ports;
  const routes = routesOf(starting);
  const handle = ingressHandler({
    routes: routes.current,
    services,
    authentication,
    breakGlass,
    audit,
    log,
    clock,
    random,
    policy: policy.ingress,
  });
  return { desk, routes, ingress: await listen(starting, { role: 'ingress', accepts: 'edge', handle }) };
}

/** The configured table, or the released one. Throws `RouteTableRefused`. */
const routesOf = ({ config, ports, policy }: Starting): LiveRoutes<RoutedService> =>
  liveRoutes(config.routes ?? isolatedRoutes(config.hosts), {
    ground: routeGround(config.hosts),
    table: policy.ingress.routeTable,
    audit: ports.audit,
    random: ports.random,
  });

type Listening = { readonly role: OwnRole; readonly accepts: Role; readonly handle: HttpHandler };
async function listen({ config, ports, policy, started }: Starting, { role, accepts, handle }: Listening): Promise<Place> {
  const open = (port: number): Promise<Listener> =>
    listenForRole({
      address: config.address,
      port,
      identity: identityOf(config, role),
      accepts,
      handle,
      table: policy.workload,
      handshake: policy.handshake(),
      refused: (code, from) => void noteRefusedConnection(ports, { role, code, from }),
    });
  let listener = await open(0);
  const place = { address: listener.address, port: listener.port };
  started.listeners.push({ ...place, close: () => listener.close() });
  started.doors.push({
    at: role,
    accepts,
    ...place,
    shut: () => listener.close(),
    open: async () => {
      listener = await open(place.port);
    },
  });
  return place;
}

async function hopFromIngress(starting: Starting, role: OwnRole, handle: HttpHandler): Promise<Hop> {
  const { config, ports, started } = starting;
  const place = await listen(starting, { role, accepts: 'ingress', handle });
  const made = hopTo({ ...place, role }, identityOf(config, 'ingress'), ports.opens);
  started.services[role] ??= place;
  started.hops.push(made);
  return made;
}

const deciding = ({ log }: IsolatedPorts, decide: (question: AuthenticationQuestion) => Promise<AuthenticationAnswer>): RequestListener =>
  jsonHandler({ path: decidePath, schema: authenticationQuestionSchema, answer: decide, log });

const identityOf = (config: IsolatedConfig, role: OwnRole): WorkloadIdentity => ({ ...config.identities[role], role });

/** A connection without the right client certificate never becomes a request; it is recorded all the same. */
const noteRefusedConnection = (
  { audit, random, log }: IsolatedPorts,
  { role, code, from }: { readonly role: string; readonly code: RefusalCode; readonly from: string },
): Promise<void> =>
  audit
    .append({
      reference: newReference(random),
      event: 'workload.connection.refused',
      code,
      actor: 'anonymous',
      peer: '',
      facts: { at: role, from },
    })
    .catch((error: unknown) => log.error('a refused connection could not be recorded', error));
