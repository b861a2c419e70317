/** Judges one change of the identity provider settings: from our own form, and to a place that Support has listed (B-09, S4, S18). Threat: settings that lead every sign-in to somebody else. */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';

export type SettingsChangeFacts = {
  readonly formTokenRight: boolean;
  readonly issuer: { readonly canonical: boolean; readonly withoutQuery: boolean; readonly https: boolean; readonly listed: boolean };
  readonly clientIdGiven: boolean;
  /** Given now, or set before. */
  readonly clientSecretKnown: boolean;
};

export const settingsChangeRules = [
  { code: 'admin-hub.request.form-token-wrong', cites: ['S4'], holds: (f) => f.formTokenRight },
  { code: 'admin-hub.idp-settings.malformed', cites: ['B-09', 'RFC 3986 §6.2'], holds: (f) => f.issuer.canonical },
  { code: 'admin-hub.idp-settings.with-query', cites: ['B-09', 'OIDC Core 1.0 §2'], holds: (f) => f.issuer.withoutQuery },
  { code: 'admin-hub.idp-settings.not-https', cites: ['B-09', 'OIDC Core 1.0 §2'], holds: (f) => f.issuer.https },
  { code: 'admin-hub.idp-settings.host-not-allowed', cites: ['B-09', 'S18'], holds: (f) => f.issuer.listed },
  { code: 'admin-hub.idp-settings.client-id-missing', cites: ['A-07', 'RFC 6749 §2.2'], holds: (f) => f.clientIdGiven },
  { code: 'admin-hub.idp-settings.client-secret-missing', cites: ['A-07', 'RFC 6749 §2.3.1'], holds: (f) => f.clientSecretKnown },
] as const satisfies RuleTable<SettingsChangeFacts>;
export type SettingsChangeRefusal = CodeOf<typeof settingsChangeRules>;
