/** What a new cloud is given before anybody signs in: break-glass accounts first (B-01), then identity provider settings, org admins, and the products' first data. */
import { type IdpSettingsInput, idpSettingsSchema } from '../kernel/idp-settings.ts';
import type { AuditLog, Clock, Random } from '../kernel/ports.ts';
import { type AccountName, provisionBreakGlass } from './break-glass/index.ts';
import {
  connectorsIn,
  createDirectory,
  type GivenGroup,
  type IdpIdentity,
  type NewConnector,
  provisionGroup,
  reservedIn,
} from './directory/index.ts';
import { idpSettingsInForce } from './idp-settings/index.ts';
import { seedTracker } from './products/tracker/index.ts';
import { seedWiki } from './products/wiki/index.ts';
import { clientKeysIn, provisionSamlKeys, type SamlKeys } from './sso/index.ts';
import type { IsolatedStores } from './stores.ts';

export type ProvisioningPorts = {
  readonly stores: IsolatedStores;
  readonly audit: AuditLog;
  readonly random: Random;
  readonly clock: Clock;
};
export type Provisioning = {
  readonly breakGlassAccounts: readonly AccountName[];
  readonly idpSettings: IdpSettingsInput;
  readonly orgAdmins: readonly IdpIdentity[];
  /** Known, and not let in. */
  readonly suspended?: readonly IdpIdentity[];
  /** Groups that are there beforehand, with who is in them by hand. */
  readonly groups?: readonly GivenGroup[];
  /** E-mail domains of the organisation that were proved beforehand (M-11). */
  readonly verifiedDomains?: readonly string[];
  /** Who may push people and groups by SCIM from the first day; each with its token. */
  readonly connectors?: readonly NewConnector[];
  /** Our own keys for SAML, where the identity provider was told of them beforehand; made here when absent. */
  readonly samlKeys?: SamlKeys;
};

/** Writes to the stores; the cloud need not be running. Accounts that exist are left as they are. */
export async function provisionCloud(
  {
    breakGlassAccounts,
    idpSettings,
    orgAdmins,
    suspended = [],
    groups = [],
    verifiedDomains = [],
    connectors = [],
    samlKeys,
  }: Provisioning,
  ports: ProvisioningPorts,
): Promise<void> {
  await provisionBreakGlass(breakGlassAccounts, { store: ports.stores.breakGlass, audit: ports.audit, random: ports.random });
  idpSettingsInForce(ports.stores.settings).save(idpSettingsSchema.parse(idpSettings));
  // Made before anybody needs it, so that the identity provider can be told of it.
  await clientKeysIn(ports.stores.identity).published();
  await provisionSamlKeys(ports.stores.identity, { ...ports, given: samlKeys });
  const directory = createDirectory({ store: ports.stores.identity, random: ports.random, clock: ports.clock });
  for (const domain of verifiedDomains) directory.domains.provision(domain);
  const reserved = reservedIn(ports.stores.identity);
  for (const name of breakGlassAccounts.flatMap((account) => [account.name, account.email])) reserved.add(name);
  for (const connector of connectors) connectorsIn(ports.stores.identity, ports).make(connector).effect();
  for (const admin of orgAdmins) directory.grant(admin, 'org-admin');
  for (const identity of suspended) directory.know(identity, 'suspended');
  for (const group of groups) provisionGroup(directory, group, ports);
  seedTracker(ports.stores.products, ports);
  seedWiki(ports.stores.products, ports);
}
