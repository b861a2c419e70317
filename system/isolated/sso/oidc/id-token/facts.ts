/** Everything there is to judge about one ID token, and the same words for a logout token where it is like one. */

/** Of three values at most one is right: `none` was given, the one that is expected, or another. */
export type Named = 'none' | 'ours' | 'other';

/** What is known of the key that a token names. */
export type KeyFacts = {
  /** How many keys of the identity provider's published set are named by the token's header. */
  readonly found: 'none' | 'one' | 'several';
  /** An admin said that this key is refused from now on, by its id or by its RFC 7638 thumbprint. */
  readonly struckOut: boolean;
  /** A public key for verifying this algorithm, and by its own word for nothing else. */
  readonly suitable: boolean;
  /** RSA of 2048 bits at least. */
  readonly strong: boolean;
};

export type TokenForm = 'signed' | 'encrypted' | 'unreadable';
export type HeaderFacts = {
  /** `none` when `typ` is absent. */
  readonly type: Named;
  /** There are extensions that must be understood; none is. */
  readonly critical: boolean;
  /** The header brings or points to a key: `jwk`, `jku`, `x5u` or `x5c`. */
  readonly keyInside: boolean;
  readonly algorithm: Named;
};
/** Seconds since the epoch; undefined for what is absent. */
export type TimeFacts = {
  /** Each that is present is a number that can be an instant. */
  readonly wellFormed: boolean;
  readonly expiresAt: number | undefined;
  readonly issuedAt: number | undefined;
  readonly notBefore: number | undefined;
};
export type AudienceFacts = { readonly given: boolean; readonly ours: boolean; readonly others: boolean };

export type IdTokenFacts = {
  readonly form: TokenForm;
  /** A member of the header or of the claims comes twice. */
  readonly namesRepeated: boolean;
  readonly header: HeaderFacts;
  readonly key: KeyFacts;
  readonly signatureRight: boolean;
  /** The `events` claim of a logout token is there. */
  readonly logoutEvent: boolean;
  readonly issuer: Named;
  readonly audience: AudienceFacts;
  readonly authorizedParty: Named;
  readonly subject: { readonly given: boolean; readonly bytes: number };
  readonly times: TimeFacts;
  readonly nonce: Named;
  /** Whether `at_hash` is the hash of the access token that came beside it. */
  readonly accessTokenHash: Named;
  /** `ours` when none is demanded, too. */
  readonly acr: Named;
  readonly nowSeconds: number;
  readonly library: 'accepted' | 'refused';
};
