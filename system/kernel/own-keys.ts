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
