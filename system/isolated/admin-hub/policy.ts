/** What AdminHub demands, as data: the rule tables (S6). */
import type { RuleTable } from '../../kernel/rule.ts';
import { type ContextFacts, contextRules } from '../../kernel/tokens.ts';
import { type AccessFacts, accessRules } from './access.ts';
import { type SettingsChangeFacts, settingsChangeRules } from './idp-settings.ts';

export const adminHubContextRules = contextRules('admin-hub');

export type AdminHubPolicy = {
  readonly context: RuleTable<ContextFacts>;
  readonly access: RuleTable<AccessFacts>;
  readonly settingsChange: RuleTable<SettingsChangeFacts>;
};
export const releasedAdminHubPolicy: AdminHubPolicy = Object.freeze({
  context: Object.freeze(adminHubContextRules),
  access: Object.freeze(accessRules),
  settingsChange: Object.freeze(settingsChangeRules),
});
