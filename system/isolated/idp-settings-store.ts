/** Keeps the identity provider settings. What cannot be read counts as not set, so that single sign-on fails closed (S12). */
import { type IdpSettingsStore, idpSettingsSchema } from '../kernel/idp-settings.ts';
import type { Store } from '../kernel/ports.ts';

export const idpSettingsStore = (store: Store): IdpSettingsStore => ({
  current: () => idpSettingsSchema.safeParse(readable(store)).data,
  save: (settings) => store.put('idp.settings', 'current', idpSettingsSchema.parse(settings)),
});

/** The stored value; undefined when its text is no JSON any more. */
function readable(store: Store): unknown {
  try {
    return store.get('idp.settings', 'current');
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
