/** Keys by which others believe us, or we believe others, as admins may see them: names and times, never a key (C-03, C-04). */

export type ListedKey = {
  /** What it is for, for people. */
  readonly use: string;
  /** `kid`, thumbprint or fingerprint. */
  readonly name: string;
  /** Milliseconds since the epoch; absent for a key that does not end by itself. */
  readonly notAfterMs?: number;
  /** When it was made, as far as it is known. */
  readonly madeAtMs?: number;
};

/** A key that the identity provider publishes for ID tokens. RFC 7517, RFC 7638. */
export type PublishedIdpKey = { readonly kid: string | undefined; readonly thumbprint: string; readonly struckOut: boolean };

/** The identity provider's signing certificate: when it ends is known before it keeps people out. */
export type ListedCertificate = {
  /** SHA-256 of the DER, lower-case hexadecimal. */
  readonly fingerprint: string;
  /** Milliseconds since the epoch. */
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  /** Typed in, or named by the metadata when it was last seen. */
  readonly from: 'settings' | 'metadata';
  /** Whether a signature by it is accepted now, as far as the list decides; times are for the reader. */
  readonly use: 'accepted' | 'only-shown' | 'struck-out';
};

/** Empty while single sign-on does not go by SAML. */
export type IdpCertificates = { list(): readonly ListedCertificate[] };
