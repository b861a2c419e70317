/** A realm of the embedded identity provider in SAML's words, and changes at the service provider that it knows. */
import type { ClaimRule, RealmSettings } from '../../../fakes/index.ts';
import type { SamlRealm } from '../realm-changes.ts';
import { changeSettings, type RealmAtHand, stateOf } from './realm-at-hand.ts';

export function samlRealm(realm: RealmAtHand): SamlRealm {
  const change = async (settings: Partial<RealmSettings['saml']>): Promise<void> => {
    const { saml } = (await stateOf(realm)).settings;
    await changeSettings(realm, { saml: { ...saml, ...settings } });
  };
  const attribute = async (name: string, becomes: ClaimRule): Promise<void> => {
    const { attributes } = (await stateOf(realm)).settings.saml;
    await change({ attributes: { ...attributes, [name]: becomes } });
  };
  const endpoint = new URL(`${realm.issuer.href}/protocol/saml`);
  return {
    entityId: realm.issuer.href,
    ssoUrl: endpoint,
    sloUrl: endpoint,
    metadataUrl: new URL(`${endpoint.href}/descriptor`),
    certificatePem: async () => (await stateOf(realm)).certificate,
    sign: (what) => change({ signed: what }),
    setAlgorithm: (algorithm) => change({ algorithm }),
    setNameIdFormat: (nameIdFormat) => change({ nameIdFormat }),
    removeAttribute: (name) => attribute(name, { become: 'nothing' }),
    renameAttribute: (name, to) => attribute(name, { become: 'renamed', to }),
    encryptAssertions: (certificatePem) => change({ encryptFor: certificatePem }),
    setAcsUrl: (acsUrl) => change({ acsUrl }),
    useRedirectBinding: () => change({ responseBinding: 'redirect' }),
    disable: () => change({ enabled: false }),
    remove: () => change({ present: false }),
  };
}
