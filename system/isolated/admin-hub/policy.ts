/** What AdminHub demands, as data: the rule tables (S6). */

import { type ContextFacts, contextRules } from '../../kernel/context-rules.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import { type AccessFacts, accessRules } from './access.ts';
import { type UploadFacts, uploadRules } from './hr-feed/rules.ts';
import { type StrikeOutFacts, strikeOutRules } from './keys/strike-out.ts';
import { type FormFacts, formRules } from './request.ts';
import { type ActivationFacts, activationRules, type DraftFacts, draftRules } from './settings/activation.ts';
import { type SettingsChangeFacts, settingsChangeRules } from './settings/idp-settings.ts';
import { type ImportFacts, importRules } from './settings/import/rules.ts';
import { type RollBackFacts, rollBackRules } from './settings/roll-back.ts';

export const adminHubContextRules = contextRules('admin-hub');

export type AdminHubPolicy = {
  readonly context: RuleTable<ContextFacts>;
  readonly access: RuleTable<AccessFacts>;
  /** Of whatever changes something, before its own table. */
  readonly form: RuleTable<FormFacts>;
  readonly settingsChange: RuleTable<SettingsChangeFacts>;
  readonly import: RuleTable<ImportFacts>;
  readonly draft: RuleTable<DraftFacts>;
  /** An activation is judged by `draft` and by this. */
  readonly activation: RuleTable<ActivationFacts>;
  readonly rollBack: RuleTable<RollBackFacts>;
  readonly strikeOut: RuleTable<StrikeOutFacts>;
  readonly upload: RuleTable<UploadFacts>;
};
export const releasedAdminHubPolicy: AdminHubPolicy = Object.freeze({
  context: Object.freeze(adminHubContextRules),
  access: Object.freeze(accessRules),
  form: Object.freeze(formRules),
  settingsChange: Object.freeze(settingsChangeRules),
  import: Object.freeze(importRules),
  draft: Object.freeze(draftRules),
  activation: Object.freeze(activationRules),
  rollBack: Object.freeze(rollBackRules),
  strikeOut: Object.freeze(strikeOutRules),
  upload: Object.freeze(uploadRules),
});
