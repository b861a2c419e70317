/** The organisation's identity provider settings: changed on AdminHub, read by the authentication service at every sign-in. */

export type IdpSettings = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };

/** The one place where they are kept. `current` is undefined when nothing was set, or when what is stored cannot be read (SSO then fails closed). */
export type IdpSettingsStore = { current(): IdpSettings | undefined; save(settings: IdpSettings): void };
