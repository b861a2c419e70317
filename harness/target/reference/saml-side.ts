/** The reference target's side of SAML: another identity provider configuration is written as at provisioning, past AdminHub, whose form knows OpenID Connect. */
import type { SamlKeys } from '../../authority/saml-keys.ts';
import type { SamlSide } from '../saml-side.ts';
import type { CloudZone } from './zone.ts';

export const samlSideOf = (cloud: Pick<CloudZone, 'provision'>, keys: SamlKeys): SamlSide => ({
  signingCertificatePem: keys.signing.certificatePem,
  encryptionCertificatePem: keys.encryption.certificatePem,
  signInBySaml: (idp) =>
    cloud.provision({
      breakGlassAccounts: [],
      orgAdmins: [],
      samlKeys: keys,
      idpSettings: {
        protocol: 'saml',
        ...idp,
        certificates: [...idp.certificates],
        demandedAuthnContext: [...(idp.demandedAuthnContext ?? [])],
      },
    }),
});
