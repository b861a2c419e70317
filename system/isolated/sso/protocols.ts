/** The two protocols, and the one of them that is in force: whichever the settings name now. */
import type { IdpSettings, OidcSettings, SamlSettings } from '../../kernel/idp-settings.ts';
import type { IdpSession } from '../../kernel/sessions.ts';
import type { Look, Protocol, WayOut } from './protocol.ts';

export type Protocols = { readonly oidc: Protocol<OidcSettings>; readonly saml: Protocol<SamlSettings> };

/** A protocol with the settings that it is done by. */
export type InForce = {
  look(anyway: boolean): Promise<Look>;
  knownBefore(): boolean;
  leave(idpSession: IdpSession): Promise<WayOut | undefined>;
  leavesTo(): string | undefined;
};

/** Undefined when nothing is set, or what is set cannot be read. */
export function inForce({ oidc, saml }: Protocols, settings: IdpSettings | undefined): InForce | undefined {
  switch (settings?.protocol) {
    case 'oidc':
      return bound(oidc, settings);
    case 'saml':
      return bound(saml, settings);
    case undefined:
      return undefined;
  }
}

/** What a look at the identity provider of these settings comes to. `anyway`: by what it said when it last answered, if it is only away. */
export const lookAt = async (protocols: Protocols, settings: IdpSettings | undefined, anyway = false): Promise<Look> =>
  (await inForce(protocols, settings)?.look(anyway)) ?? { discovered: 'not-configured' };

const bound = <Settings>(protocol: Protocol<Settings>, settings: Settings): InForce => ({
  look: (anyway) => protocol.look(settings, anyway),
  knownBefore: () => protocol.knownBefore(settings),
  leave: (idpSession) => protocol.leave(settings, idpSession),
  leavesTo: () => protocol.leavesTo(settings),
});
