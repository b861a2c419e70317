/** What the directory demands, as data: the rule tables of everything by which people and groups come to be others. */
import type { RuleTable } from '../../kernel/rule.ts';
import { type AdministrationFacts, type AdministrationRefusal, administrationRules } from './administration/rules.ts';
import { connectorByToken } from './connectors.ts';
import { type DomainFacts, type DomainRefusal, domainRules } from './domain.ts';
import { type GroupRulesFacts, type GroupRulesRefusal, groupRulesRules } from './group-rules/rules.ts';
import { type HeldFacts, type HeldRefusal, heldRules } from './held.ts';
import { type EmploymentFacts, type EmploymentRefusal, employmentRules } from './hr-feed/employment.ts';
import { type HrFeedFacts, type HrFeedRefusal, hrFeedRules } from './hr-feed/rules.ts';
import { type MassChangeFacts, type MassChangeRefusal, massChangeRules } from './mass-change/rules.ts';
import type { ScimPolicy } from './scim/parts.ts';
import { readResource } from './scim/resources.ts';
import { type ScimRefusal, scimAccessRules, scimRequestRules } from './scim/rules.ts';
import { type DirectorySignInFacts, type DirectorySignInRefusal, directorySignInRules } from './sign-in.ts';
import { type SuspensionFacts, type SuspensionRefusal, suspensionRules } from './suspension.ts';

export type DirectoryRefusal =
  | AdministrationRefusal
  | DirectorySignInRefusal
  | DomainRefusal
  | EmploymentRefusal
  | GroupRulesRefusal
  | HeldRefusal
  | HrFeedRefusal
  | MassChangeRefusal
  | ScimRefusal
  | SuspensionRefusal;

export type DirectoryPolicy = {
  readonly signIn: RuleTable<DirectorySignInFacts>;
  readonly domain: RuleTable<DomainFacts>;
  readonly massChange: RuleTable<MassChangeFacts>;
  readonly groupRules: RuleTable<GroupRulesFacts>;
  readonly held: RuleTable<HeldFacts>;
  readonly hrFeed: RuleTable<HrFeedFacts>;
  readonly employment: RuleTable<EmploymentFacts>;
  readonly scim: ScimPolicy;
  readonly suspension: RuleTable<SuspensionFacts>;
  readonly administration: RuleTable<AdministrationFacts>;
};
export const releasedDirectoryPolicy: DirectoryPolicy = Object.freeze({
  signIn: Object.freeze(directorySignInRules),
  domain: Object.freeze(domainRules),
  massChange: Object.freeze(massChangeRules),
  groupRules: Object.freeze(groupRulesRules),
  held: Object.freeze(heldRules),
  hrFeed: Object.freeze(hrFeedRules),
  employment: Object.freeze(employmentRules),
  scim: Object.freeze({
    access: Object.freeze(scimAccessRules),
    request: Object.freeze(scimRequestRules),
    connectorByToken,
    readResource,
  }),
  suspension: Object.freeze(suspensionRules),
  administration: Object.freeze(administrationRules),
});
