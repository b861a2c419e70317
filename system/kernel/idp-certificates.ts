/** The identity provider's signing certificates as admins may see them: when one ends is known before it keeps people out (C-03). */

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
