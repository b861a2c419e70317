/** Whom the identity provider vouched for, and for which hand-over: what both protocols come to. */
export type Vouched = {
  /** The state of the hand-over that the sign-in was for. */
  readonly handOver: string;
  readonly identity: { readonly issuer: string; readonly idpSubject: string };
  /** The address that the identity provider gives for the person: the directory judges its domain, and keeps it nowhere. */
  readonly email?: string | undefined;
  /** `sid` of the ID token or SessionIndex of the assertion: by it the identity provider ends this session again. */
  readonly sid?: string | undefined;
  /** When the identity provider wants it to be over at the latest, in milliseconds since the epoch. */
  readonly notAfterMs?: number | undefined;
  /** The sign-on cookie that the browser sent: what it names ends. */
  readonly replaces: string | undefined;
};
