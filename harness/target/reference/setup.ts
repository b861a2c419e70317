/** What the zones of a reference world are set up with, and what its cloud is given before anybody signs in. */
import { join } from 'node:path';
import { testModelAaguid } from '../../../fakes/index.ts';
import type { IsolatedConfigInput, Provisioning } from '../../../system/index.ts';
import {
  alertAddress,
  breakGlassAccounts,
  breakGlassRanges,
  directoryGroups,
  hosts,
  idpDomainAllowlist,
  type PersonName,
  scimConnector,
  verifiedDomain,
} from '../../fixtures/fixtures.ts';
import type { Credentials } from './credentials.ts';
import type { ReferenceOptions } from './options.ts';
import type { ZoneName, ZoneSetups } from './zone.ts';

type Made = {
  readonly credentials: Credentials;
  readonly hardwareRootPem: string;
  readonly mail: { readonly host: string; readonly port: number };
  readonly nameServer: string;
  /** So that a process that is killed loses nothing that was stored. */
  readonly storesInFiles: boolean;
};

export function zoneSetups(options: ReferenceOptions, { credentials, hardwareRootPem, mail, nameServer, storesInFiles }: Made): ZoneSetups {
  const { folder, chance, egress, authority } = options;
  const { workload, hostCertificates } = credentials;
  const common = (zone: ZoneName) => ({
    auditFile: join(folder, `audit-${zone}.jsonl`),
    chance: { ...chance, label: `${chance.label} ${zone}` },
  });
  const config = cloudConfig(workload, hardwareRootPem, options.breakGlassRanges ?? breakGlassRanges);
  return {
    cloud: {
      ...common('cloud'),
      config,
      egress,
      trustPem: authority.certificatePem,
      mail,
      nameServer,
      ...(storesInFiles ? { storeFolder: folder } : {}),
    },
    edge: { ...common('edge'), certificates: hostCertificates, identity: workload.edge },
    desk: { ...common('desk'), identity: workload['support-desk'], mail },
  };
}

/** Argon2id at its least: what it costs to guess is judged by the product's defaults, not in every scenario. */
const cheapHashing = { memoryKiB: 1_024, passes: 1, lanes: 1 } as const;

const cloudConfig = (workload: Credentials['workload'], hardwareRootPem: string, ranges: readonly string[]): IsolatedConfigInput => ({
  cloud: 'acme',
  address: '127.0.0.1',
  hosts: { login: hosts.login, admin: hosts.admin, tracker: hosts.tracker, wiki: hosts.wiki },
  identities: {
    ingress: workload.ingress,
    'authentication-service': workload['authentication-service'],
    'break-glass': workload['break-glass'],
    'admin-hub': workload['admin-hub'],
    tracker: workload.tracker,
    wiki: workload.wiki,
  },
  idpDomainAllowlist: [...idpDomainAllowlist],
  alertRoster: [alertAddress],
  hrFeedUrl: `https://${hosts.hr}/people.csv`,
  breakGlass: {
    ranges: [...ranges],
    authenticators: [{ aaguid: testModelAaguid, name: 'Test model of the attestation fake', rootsPem: [hardwareRootPem] }],
    argon2: cheapHashing,
  },
});

/** Break-glass accounts, the realm's own settings, one org admin, by the directory and never by a claim, and one person who is suspended. */
export const provisioning = ({ issuer, relyingParty, users }: ReferenceOptions['realm']): Provisioning => ({
  breakGlassAccounts: Object.entries(breakGlassAccounts).map(([name, { email }]) => ({ name, email })),
  idpSettings: {
    protocol: 'oidc',
    issuer: issuer.href,
    clientId: relyingParty.clientId,
    clientAuthentication: { method: 'client_secret_basic', secret: relyingParty.clientSecret },
  },
  orgAdmins: identitiesOf('ada', issuer, users),
  suspended: identitiesOf('sven', issuer, users),
  groups: Object.entries(directoryGroups).map(([name, members]) => ({
    name,
    members: members.flatMap((person) => identitiesOf(person, issuer, users)),
  })),
  verifiedDomains: [verifiedDomain],
  connectors: [{ name: scimConnector.name, token: scimConnector.token, issuer: issuer.href }],
});

const identitiesOf = (person: PersonName, issuer: URL, users: ReferenceOptions['realm']['users']) =>
  users.flatMap(({ name, subject }) => (name === person && subject !== undefined ? [{ issuer: issuer.href, idpSubject: subject }] : []));
