/** How long an answer may be on its way: what was judged before something changed is recorded after it. */

/** A record is written when the answer is there: a request may have been judged a little before. The longest that the ingress waits, and some more. */
export const onItsWayMs = 30_000;
