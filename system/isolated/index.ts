/** One isolated cloud: ingress, authentication service, break-glass, AdminHub and products, each behind a listener of its own, joined here and nowhere else. */
import type { RequestListener } from 'node:http';
import {
  type AuthenticationAnswer,
  type AuthenticationQuestion,
  authenticationQuestionSchema,
  decidePath,
} from '../kernel/authentication.ts';
import { domainAllowlist } from '../kernel/domain-allowlist.ts';
import { type Hop, hopTo } from '../kernel/hop.ts';
import { jsonHandler } from '../kernel/json-handler.ts';
import { type Listener, listenForRole } from '../kernel/listener.ts';
import { policyDigest } from '../kernel/policy-digest.ts';
import type { AuditLog, Clock, Log, Outbound, Random, Store } from '../kernel/ports.ts';
import { newReference } from '../kernel/reference.ts';
import { serviceHandler } from '../kernel/service.ts';
import { contextSigner } from '../kernel/tokens.ts';
import type { Role, WorkloadIdentity } from '../kernel/workload.ts';
import { createAdminHub } from './admin-hub/index.ts';
import { createBreakGlass } from './break-glass/index.ts';
import { type IsolatedConfig, type IsolatedConfigInput, isolatedConfigSchema } from './config.ts';
import { createDirectory } from './directory/index.ts';
import { idpSettingsStore } from './idp-settings-store.ts';
import { ingressHandler } from './ingress/index.ts';
import { type IsolatedPolicy, releasedIsolatedPolicy } from './policy.ts';
import { createTracker } from './products/tracker/index.ts';
import { isolatedRoutes, type RoutedService } from './routes.ts';
import { createSessions } from './session/index.ts';
import { createSso } from './sso/index.ts';

export { type ChainVerdict, verifyChain } from './audit/verify-chain.ts';
export { type ProfileDeparture, profileDepartures, registrationLinkPath } from './break-glass/index.ts';
export type { IsolatedConfigInput } from './config.ts';
export { type IsolatedPolicy, releasedIsolatedPolicy } from './policy.ts';
export { type Provisioning, provisionCloud } from './provisioning.ts';
export type { IsolatedRefusal } from './refusals.ts';

/** Each part's own store: break-glass shares none with anybody (S12, G-01). */
export type IsolatedStores = { readonly identity: Store; readonly settings: Store; readonly products: Store; readonly breakGlass: Store };
export type IsolatedPorts = {
  readonly clock: Clock;
  readonly random: Random;
  readonly stores: IsolatedStores;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly outbound: Outbound;
  /** Declares the sockets of machine-to-machine hops to whoever watches sockets. */
  readonly opens?: <T>(work: () => T) => T;
};

type Place = { readonly address: string; readonly port: number };
export type RunningCloud = {
  /** For the edge only. */
  readonly ingress: Place;
  /** For the Support Desk only. */
  readonly desk: Place;
  stop(): Promise<void>;
};

/** Boots without asking the identity provider anything. Throws when the configuration cannot be used, with all its problems. */
export async function startIsolatedCloud(
  input: IsolatedConfigInput,
  ports: IsolatedPorts,
  policy: IsolatedPolicy = releasedIsolatedPolicy,
): Promise<RunningCloud> {
  const config = isolatedConfigSchema.parse(input);
  const parts = await buildParts(config, ports, policy);
  const started: Started = { listeners: [], hops: [] };
  const stop = async (): Promise<void> => {
    await Promise.all(started.listeners.map((listener) => listener.close()));
    for (const open of started.hops) open.close();
  };
  try {
    const { ingress, desk } = await startListeners({ config, ports, policy, parts, started });
    await recordStart(ports, policy);
    return { ingress, desk, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What has to be ended again, filled as it is started. */
type Started = { readonly listeners: Listener[]; readonly hops: Hop[] };
type Starting = {
  readonly config: IsolatedConfig;
  readonly ports: IsolatedPorts;
  readonly policy: IsolatedPolicy;
  readonly parts: Awaited<ReturnType<typeof buildParts>>;
  readonly started: Started;
};

async function startListeners({
  config,
  ports,
  policy,
  parts,
  started,
}: Starting): Promise<{ readonly ingress: Place; readonly desk: Place }> {
  const listen = async (role: keyof IsolatedConfig['identities'], accepts: Role, handle: RequestListener): Promise<Place> => {
    const refused = (why: string, peer: string): void => void noteRefusedConnection(ports, { role, why, peer });
    const listener = await listenForRole({ address: config.address, identity: identityOf(config, role), accepts, handle, refused });
    started.listeners.push(listener);
    return { address: listener.address, port: listener.port };
  };
  const hop = async (role: keyof IsolatedConfig['identities'], handle: RequestListener): Promise<Hop> => {
    const made = hopTo({ ...(await listen(role, 'ingress', handle)), role }, identityOf(config, 'ingress'), ports.opens);
    started.hops.push(made);
    return made;
  };
  const deciding = (decide: (question: AuthenticationQuestion) => Promise<AuthenticationAnswer>): RequestListener =>
    jsonHandler(decidePath, authenticationQuestionSchema as never, decide, ports.log);

  const services: Record<RoutedService, Hop> = {
    'authentication-service': await hop('authentication-service', serviceHandler(parts.sso.service)),
    'break-glass': await hop('break-glass', serviceHandler(parts.breakGlass.service)),
    'admin-hub': await hop('admin-hub', serviceHandler(parts.adminHub)),
    tracker: await hop('tracker', serviceHandler(parts.tracker)),
  };
  const authentication = await hop('authentication-service', deciding(parts.sso.decide));
  const breakGlass = await hop('break-glass', deciding(parts.breakGlass.decide));
  const desk = await listen('break-glass', 'support-desk', parts.breakGlass.deskHandler);
  const routes = isolatedRoutes(config.hosts);
  const { audit, log } = ports;
  const handle = ingressHandler({ routes, services, authentication, breakGlass, audit, log, policy: policy.ingress });
  return { desk, ingress: await listen('ingress', 'edge', handle) };
}

/** With all else that an address can hold, a user name and a fragment too: the allowlist accepts neither. */
function withoutQuery(url: URL): string {
  const plain = new URL(url);
  plain.search = '';
  return plain.href;
}

const identityOf = (config: IsolatedConfig, role: keyof IsolatedConfig['identities']): WorkloadIdentity => ({
  ...config.identities[role],
  role,
});

async function buildParts(config: IsolatedConfig, ports: IsolatedPorts, policy: IsolatedPolicy) {
  const { clock, random, stores, audit, log, outbound } = ports;
  const { cloud, hosts } = config;
  const loginOrigin = `https://${hosts.login}`;
  const allowlist = domainAllowlist(config.idpDomainAllowlist);
  const settings = idpSettingsStore(stores.settings);
  const directory = createDirectory({ store: stores.identity, random });
  const sessions = createSessions({ store: stores.identity, clock, random }, config.sessions, policy.session);
  const signer = await contextSigner(loginOrigin, { clock, random });
  const breakGlass = await createBreakGlass(
    { cloud, adminHost: hosts.admin, ...config.breakGlass },
    { clock, random, store: stores.breakGlass, audit, log },
    policy.breakGlass,
  );
  const ingressIssuer = { issuer: loginOrigin, channel: 'ingress', keys: signer.keys } as const;
  const sso = createSso({
    cloud,
    loginOrigin,
    clock,
    random,
    outbound,
    audit,
    log,
    settings,
    sessions,
    signer,
    store: stores.identity,
    subjectOf: directory.subjectOf,
    allows: (url) => allowlist.allows(withoutQuery(url)),
    policy: policy.sso,
  });
  const adminHub = createAdminHub(
    { cloud, idpDomainAllowlist: config.idpDomainAllowlist },
    {
      clock,
      random,
      audit,
      log,
      settings,
      issuers: [ingressIssuer, breakGlass.contextIssuer],
      isOrgAdmin: directory.isOrgAdmin,
      breakGlassSessionEnd: breakGlass.sessionEnd,
    },
    policy.adminHub,
  );
  const tracker = createTracker({
    cloud,
    store: stores.products,
    clock,
    random,
    audit,
    log,
    issuers: [ingressIssuer],
    policy: policy.tracker,
  });
  return { sso, breakGlass, adminHub, tracker };
}

/** The first record of every start names the tables by which it will judge (S6). */
const recordStart = ({ audit, random }: IsolatedPorts, policy: IsolatedPolicy): Promise<void> =>
  audit.append({
    reference: newReference(random),
    event: 'cloud.started',
    code: 'allowed',
    actor: 'system',
    peer: '',
    facts: { policy: policyDigest(policy) },
  });

/** A connection without the right client certificate never becomes a request; it is recorded all the same. */
const noteRefusedConnection = (
  { audit, random, log }: IsolatedPorts,
  { role, why, peer }: { readonly role: string; readonly why: string; readonly peer: string },
): Promise<void> =>
  audit
    .append({
      reference: newReference(random),
      event: 'workload.connection.refused',
      code: `workload.connection.${why}`,
      actor: 'anonymous',
      peer: '',
      facts: { at: role, from: peer },
    })
    .catch((error: unknown) => log.error('a refused connection could not be recorded', error));
