/** Where a person comes back to after signing in: the page that they asked for (I-05). Threat: anybody may begin a hand-over, with an address of any length. */

/** What is kept of a path on the product's own host. */
export type ReturnTo = (asked: string) => string;

/** In characters. */
const longest = 2_048;

/** The path as it was asked for; of a longer one, the front page. */
export const returnTo: ReturnTo = (asked) => (asked.length <= longest ? asked : '/');
