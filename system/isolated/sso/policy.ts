/** What the authentication service demands, as data: the rule tables and the verifiers. The released policy is the default (S6). */
import type { RuleTable } from '../../kernel/rule.ts';
import { type AvailabilityFacts, availabilityRules } from './idp.ts';
import { type OidcPolicy, releasedOidcPolicy } from './oidc/index.ts';
import { releasedSamlPolicy, type SamlPolicy } from './saml/index.ts';
import { type SettingsTestFacts, settingsTestRules } from './settings-test/rules.ts';

export type SsoPolicy = {
  readonly availability: RuleTable<AvailabilityFacts>;
  readonly settingsTest: RuleTable<SettingsTestFacts>;
  readonly oidc: OidcPolicy;
  readonly saml: SamlPolicy;
};
export const releasedSsoPolicy: SsoPolicy = Object.freeze({
  availability: Object.freeze(availabilityRules),
  settingsTest: Object.freeze(settingsTestRules),
  oidc: releasedOidcPolicy,
  saml: releasedSamlPolicy,
});
