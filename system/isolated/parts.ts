/** The parts of one isolated cloud, made and joined: who is given which store, which policy, and whose word. */
import type { AuditTrail } from '../kernel/audit-trail.ts';
import { verifying } from '../kernel/context-rules.ts';
import { type ContextSigner, contextSigner } from '../kernel/context-signer.ts';
import type { DnsText } from '../kernel/directory.ts';
import { domainAllowlist } from '../kernel/domain-allowlist.ts';
import type { AuditLog, Clock, KeyMaker, Log, Mail, Outbound, Random } from '../kernel/ports.ts';
import type { Action, Service } from '../kernel/service.ts';
import { createAdminHub } from './admin-hub/index.ts';
import { type BreakGlass, createBreakGlass } from './break-glass/index.ts';
import type { IsolatedConfig } from './config.ts';
import { createDirectory, createDirectoryService, type Directory, type DirectoryService, membershipsIn } from './directory/index.ts';
import { idpSettingsLife } from './idp-settings/index.ts';
import type { IsolatedPolicy } from './policy.ts';
import { createTracker } from './products/tracker/index.ts';
import { createWiki } from './products/wiki/index.ts';
import { createSessions, ownSessionActions, type PeopleSessions } from './session/index.ts';
import { createSso, type Sso } from './sso/index.ts';
import type { IsolatedStores } from './stores.ts';

export type IsolatedPorts = {
  readonly clock: Clock;
  readonly random: Random;
  readonly stores: IsolatedStores;
  readonly audit: AuditLog;
  /** What was recorded, to be looked up on AdminHub. */
  readonly trail: AuditTrail;
  readonly log: Log;
  readonly outbound: Outbound;
  /** For alarms, past the identity provider; without it they are recorded and logged only. */
  readonly mail?: Mail;
  /** For the proofs of e-mail domains; without it none is found. */
  readonly dnsText?: DnsText;
  /** Makes the keys that sign; the machine's own maker when absent. */
  readonly keys?: KeyMaker;
  /** Declares the sockets of machine-to-machine hops to whoever watches sockets. */
  readonly opens?: <T>(work: () => T) => T;
};

export type IsolatedParts = {
  readonly sso: Sso;
  readonly breakGlass: BreakGlass;
  readonly adminHub: Service;
  readonly tracker: Service;
  readonly wiki: Service;
  readonly directory: DirectoryService;
  readonly sessions: PeopleSessions;
};

/** Asks the identity provider nothing. Throws when a setting cannot be used. */
export async function buildParts(config: IsolatedConfig, ports: IsolatedPorts, policy: IsolatedPolicy): Promise<IsolatedParts> {
  const { stores, outbound, clock, random, audit, log } = ports;
  const keys = ports.keys ? { keys: ports.keys } : {};
  const { cloud, hosts, idpDomainAllowlist } = config;
  const loginOrigin = `https://${hosts.login}`;
  const settings = idpSettingsLife({ store: stores.settings, clock, random });
  const directory = createDirectory({ store: stores.identity, random, clock, dnsText: ports.dnsText }, policy.directory);
  const signer = await contextSigner(loginOrigin, { clock, random, ...keys });
  const ingressIssuer = verifying(signer, 'ingress');
  const shared = { clock, random, audit, log };

  const breakGlass = await createBreakGlass(
    { cloud, adminHost: hosts.admin, ...config.breakGlass },
    { ...shared, ...keys, store: stores.breakGlass },
    policy.breakGlass,
  );
  const sessions = createSessions({ store: stores.identity, clock, random }, config.sessions, policy.session);
  const signIn = signInOf(config, { ports, settings, signer, sessions, directory }, policy.sso);
  const hrFeedUrl = config.hrFeedUrl === undefined ? undefined : new URL(config.hrFeedUrl);
  const directoryService = createDirectoryService(
    { ...shared, cloud, adminHost: hosts.admin, directory, sessions, mail: ports.mail, roster: config.alertRoster, outbound, hrFeedUrl },
    policy.directory,
  );
  const hub = createAdminHub(
    { cloud, loginOrigin, idpDomainAllowlist },
    {
      ...shared,
      trail: ports.trail,
      settings,
      look: signIn.look,
      read: signIn.read,
      issuers: [ingressIssuer, breakGlass.contextIssuer],
      isOrgAdmin: directory.isOrgAdmin,
      breakGlassSessionEnd: breakGlass.sessionEnd,
      sessions,
      contextKeys: signer,
      directory: directoryService.view,
      administration: directoryService.administration,
      keys: { idpCertificates: signIn.idpCertificates.list, published: signIn.publishedKeys, own: signIn.ownKeys },
    },
    policy.adminHub,
  );
  const product = { ...shared, cloud, loginOrigin, store: stores.products, issuers: [ingressIssuer] };
  return {
    sso: { ...signIn, service: withActions(signIn.service, ownSessionActions(sessions)) },
    breakGlass,
    adminHub: withActions(hub, directoryService.scim),
    tracker: createTracker({ ...product, policy: policy.tracker }),
    wiki: createWiki({ ...product, memberships: membershipsIn(directory.stored), policy: policy.wiki }),
    sessions,
    directory: directoryService,
  };
}

const withActions = (service: Service, more: readonly Action[]): Service => ({ ...service, actions: [...service.actions, ...more] });

type Joined = {
  readonly ports: IsolatedPorts;
  readonly settings: ReturnType<typeof idpSettingsLife>;
  readonly signer: ContextSigner;
  readonly sessions: PeopleSessions;
  readonly directory: Directory;
};
/** Single sign-on, which asks the directory who somebody is, and tries settings out for AdminHub. */
function signInOf(config: IsolatedConfig, { ports, settings, signer, sessions, directory }: Joined, policy: IsolatedPolicy['sso']): Sso {
  const { clock, random, audit, log, outbound, stores } = ports;
  const allowlist = domainAllowlist(config.idpDomainAllowlist);
  return createSso(
    {
      clock,
      random,
      audit,
      log,
      cloud: config.cloud,
      loginOrigin: `https://${config.hosts.login}`,
      outbound,
      settings,
      signer,
      sessions,
      store: stores.identity,
      subjectOf: directory.subjectOf,
      allows: (url) => allowlist.allows(withoutQuery(url)),
    },
    {
      tests: settings,
      adminOrigin: `https://${config.hosts.admin}`,
      known: (identity) => directory.stored.people.byIdentity(identity)?.subject,
    },
    policy,
  );
}

/** With all else that an address can hold, a user name and a fragment too: the allowlist accepts neither. */
function withoutQuery(url: URL): string {
  const plain = new URL(url);
  plain.search = '';
  return plain.href;
}
