/** Keeps the identity provider settings that are in force. What cannot be read counts as not set, so that single sign-on fails closed (S12). */
import { type IdpSettingsStore, idpSettingsSchema } from '../../kernel/idp-settings.ts';
import type { Store } from '../../kernel/ports.ts';
import { readable } from '../../kernel/readable.ts';

export const idpSettingsInForce = (store: Store): IdpSettingsStore => ({
  current: () => idpSettingsSchema.safeParse(readable(store, 'idp.settings', 'current')).data,
  save: (settings) => store.put('idp.settings', 'current', idpSettingsSchema.parse(settings)),
});
