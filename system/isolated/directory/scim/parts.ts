/** What answering SCIM needs, and who is asking. */
import type { Random } from '../../../kernel/ports.ts';
import { demand } from '../../../kernel/refusal.ts';
import type { RuleTable } from '../../../kernel/rule.ts';
import type { ServiceRequest } from '../../../kernel/service.ts';
import type { Alarm } from '../alarm.ts';
import type { Stored } from '../apply.ts';
import type { Changing } from '../change.ts';
import type { Connector, ConnectorByToken, Connectors } from '../connectors.ts';
import type { Domains } from '../domains.ts';
import type { Reserved } from '../stored/reserved.ts';
import type { SuspensionFacts } from '../suspension.ts';
import { refusedLately } from './patience.ts';
import type { ReadResource } from './resources.ts';
import type { ScimAccessFacts, ScimRequestFacts } from './rules.ts';
import type { Window } from './window.ts';

export type ScimPolicy = {
  readonly access: RuleTable<ScimAccessFacts>;
  readonly request: RuleTable<ScimRequestFacts>;
  readonly connectorByToken: ConnectorByToken;
  readonly readResource: ReadResource;
};
export type ScimParts = {
  readonly stored: Stored;
  readonly domains: Domains;
  readonly reserved: Reserved;
  readonly connectors: Connectors;
  readonly changing: Changing;
  readonly window: Window;
  readonly alarm: Alarm;
  readonly random: Random;
  readonly policy: ScimPolicy;
  readonly suspension: RuleTable<SuspensionFacts>;
};

/** Throws `Refusal` with a code of `directory.scim`. */
export function admitted({ connectors, window, policy }: ScimParts, { bearer }: ServiceRequest, reads: boolean): Connector {
  const connector = bearer === undefined ? undefined : policy.connectorByToken(connectors, bearer);
  demand(policy.access, {
    tokenGiven: bearer !== undefined,
    tokenKnown: connector !== undefined,
    revoked: connector?.revoked === true,
    stopped: connector?.stopped !== undefined,
    reads,
    refusedLately: connector === undefined ? 0 : refusedLately(window, connector.name),
  });
  if (!connector) throw new TypeError('a request without a connector was let in');
  return connector;
}

/** Everything in order, but for what is said. */
export const scimFacts = (said: Partial<ScimRequestFacts>): ScimRequestFacts => ({
  readable: true,
  filterReadable: true,
  found: true,
  versionCurrent: true,
  rolesGiven: false,
  nameUsable: true,
  nameFree: true,
  emailDomain: 'none',
  membersKnown: true,
  ...said,
});

const longestName = 200;
export const isUsableName = (name: string): boolean => name !== '' && name.length <= longestName;
