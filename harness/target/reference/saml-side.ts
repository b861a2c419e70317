/** The reference target's side of SAML: the settings are written as at provisioning, past AdminHub, so that a claim about a sign-in does not hang on its forms. */
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
