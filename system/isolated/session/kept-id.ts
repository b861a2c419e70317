/** Which id a session begins with. NIST SP 800-63B-4 §5.1, I-08. Threat: session fixation, a value that an attacker put into the browser before the sign-in. */

/** The id to go on with of the one that the browser holds; undefined where a new one must be made. */
export type KeptId = (held: string | undefined) => string | undefined;

/** None, ever: what a browser held before the sign-in is worth nothing after it. */
export const keptId: KeptId = () => undefined;
