/** Keeps the identity provider settings. What cannot be read counts as not set, so that single sign-on fails closed (S12). */
import { z } from 'zod';
import type { IdpSettingsStore } from '../kernel/idp-settings.ts';
import type { Store } from '../kernel/ports.ts';

const schema = z.strictObject({ issuer: z.url(), clientId: z.string().min(1), clientSecret: z.string().min(1) });

export const idpSettingsStore = (store: Store): IdpSettingsStore => ({
  current: () => schema.safeParse(store.get('idp.settings', 'current')).data,
  save: (settings) => store.put('idp.settings', 'current', schema.parse(settings)),
});
