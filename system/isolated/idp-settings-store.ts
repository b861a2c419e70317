/** Keeps the identity provider settings. What cannot be read counts as not set, so that single sign-on fails closed (S12). */
import { z } from 'zod';
import type { IdpSettingsStore } from '../kernel/idp-settings.ts';
import type { Store } from '../kernel/ports.ts';

const schema = z.strictObject({ issuer: z.url(), clientId: z.string().min(1), clientSecret: z.string().min(1) });

export const idpSettingsStore = (store: Store): IdpSettingsStore => ({
  current: () => schema.safeParse(readable(store)).data,
  save: (settings) => store.put('idp.settings', 'current', schema.parse(settings)),
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
