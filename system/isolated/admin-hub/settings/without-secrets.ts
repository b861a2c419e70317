/** The identity provider settings as they may be shown: everything but what is secret. */
import type { IdpSettings } from '../../../kernel/idp-settings.ts';

export function withoutSecrets(settings: IdpSettings): Readonly<Record<string, unknown>> {
  if (settings.protocol === 'saml') return settings;
  return { ...settings, clientAuthentication: { method: settings.clientAuthentication.method } };
}
