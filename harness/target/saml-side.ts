/** A target's own side of SAML: what an identity provider is told of it beforehand, and how its people come to sign in that way. SAML Metadata 2.0 §2.4.4. */

/** The settings of an identity provider as an organisation would hand them over; what is absent is the target's own default. */
export type SamlIdp = {
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly sloUrl?: string;
  readonly metadataUrl?: string;
  /** PEM: whose signatures are accepted. */
  readonly certificates: readonly string[];
  readonly demandedAuthnContext?: readonly string[];
  readonly profile?: {
    readonly requestBinding?: 'redirect' | 'post';
    readonly forceAuthn?: boolean;
    readonly encryptedAssertionsOnly?: boolean;
    readonly signedResponsesOnly?: boolean;
    readonly certificatesFromMetadata?: boolean;
  };
};

export type SamlSide = {
  /** PEM: verifies what the target asks for. */
  readonly signingCertificatePem: string;
  /** PEM: assertions are encrypted to it. */
  readonly encryptionCertificatePem: string;
  /** From now on people sign in by SAML, until the next reset. */
  signInBySaml(idp: SamlIdp): Promise<void>;
};
