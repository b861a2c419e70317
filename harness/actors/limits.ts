/** How long an act may take before it ends in a fault: every wait of an actor is one of these. All in milliseconds. */
export const limits = {
  /** From a click or an address to the document that answers, redirects included. */
  navigationTimeoutMs: 20_000,
  /** One request of the wire user, connection and body included. */
  exchangeTimeoutMs: 20_000,
  /** A WebAuthn ceremony and the post that follows it. A page without an authenticator would wait for minutes. */
  ceremonyTimeoutMs: 25_000,
  /** The next word, or the end, of what is followed. */
  followTimeoutMs: 12_000,
  /** A whole act, e.g. a sign-in with all its pages. */
  actTimeoutMs: 60_000,
  /** Closing, photographing and the like. */
  housekeepingTimeoutMs: 10_000,
} as const;

/** Chromium's own bound, after which a navigation fails. */
export const maxRedirects = 20;
/** A page larger than this is no page of a sign-in. */
export const maxPageBytes = 4 * 1024 * 1024;
