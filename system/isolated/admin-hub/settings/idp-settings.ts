/** Judges identity provider settings, at every save and again before they come into force: complete, and to a place that Support has listed (B-09, S18). Threat: settings that lead every sign-in to somebody else. */
import type { CodeOf, RuleTable } from '../../../kernel/rule.ts';

export type SettingsChangeFacts = {
  readonly issuer: { readonly canonical: boolean; readonly withoutQuery: boolean; readonly https: boolean; readonly listed: boolean };
  readonly clientIdGiven: boolean;
  readonly clientAuthenticationKnown: boolean;
  /** Given now, or set before, or not needed. */
  readonly clientSecretKnown: boolean;
  readonly algorithmKnown: boolean;
  /** No fixed endpoint, or all without which nobody can sign in. */
  readonly endpointsComplete: boolean;
  /** Each is where Support allows it, spelled in the one way. */
  readonly endpointsListed: boolean;
  /** Not too many values, not too long, and of plain characters. */
  readonly listsUsable: boolean;
  /** SAML only. */
  readonly entityIdGiven: boolean;
  /** SAML only: one to eight, each readable and of a strong key. */
  readonly certificatesUsable: boolean;
};

export const settingsChangeRules = [
  { code: 'admin-hub.idp-settings.malformed', cites: ['B-09', 'RFC 3986 §6.2'], holds: (f) => f.issuer.canonical },
  { code: 'admin-hub.idp-settings.with-query', cites: ['B-09', 'OIDC Core 1.0 §2'], holds: (f) => f.issuer.withoutQuery },
  { code: 'admin-hub.idp-settings.not-https', cites: ['B-09', 'OIDC Core 1.0 §2'], holds: (f) => f.issuer.https },
  { code: 'admin-hub.idp-settings.host-not-allowed', cites: ['B-09', 'S18'], holds: (f) => f.issuer.listed },
  { code: 'admin-hub.idp-settings.client-id-missing', cites: ['A-07', 'RFC 6749 §2.2'], holds: (f) => f.clientIdGiven },
  {
    code: 'admin-hub.idp-settings.client-authentication-unknown',
    cites: ['A-07', 'OIDC Core 1.0 §9'],
    holds: (f) => f.clientAuthenticationKnown,
  },
  { code: 'admin-hub.idp-settings.client-secret-missing', cites: ['A-07', 'RFC 6749 §2.3.1'], holds: (f) => f.clientSecretKnown },
  { code: 'admin-hub.idp-settings.algorithm-unknown', cites: ['A-07', 'RFC 8725 §3.1'], holds: (f) => f.algorithmKnown },
  { code: 'admin-hub.idp-settings.endpoints-incomplete', cites: ['A-07', 'RFC 6749 §3'], holds: (f) => f.endpointsComplete },
  { code: 'admin-hub.idp-settings.endpoint-not-allowed', cites: ['B-09', 'S18'], holds: (f) => f.endpointsListed },
  { code: 'admin-hub.idp-settings.list-unusable', cites: ['A-07', 'C-04'], holds: (f) => f.listsUsable },
  { code: 'admin-hub.idp-settings.entity-id-missing', cites: ['A-07', 'SAML Metadata 2.0 §2.3.2'], holds: (f) => f.entityIdGiven },
  {
    code: 'admin-hub.idp-settings.certificates-unusable',
    cites: ['A-07', 'C-03', 'NIST SP 800-131A Rev. 2 §3'],
    holds: (f) => f.certificatesUsable,
  },
] as const satisfies RuleTable<SettingsChangeFacts>;
export type SettingsChangeRefusal = CodeOf<typeof settingsChangeRules>;
