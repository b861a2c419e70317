/** How one answer on an actor's way is noted: where it came from and its reference, and nothing that could be a secret. */

/** The response header by which an answer and its audit record find each other. */
export const referenceHeader = 'tempered-reference';

const form = /^[2-9a-z]{5}(-[2-9a-z]{5}){3}$/;

/** A reference of fixed form; anything else is none. */
export const referenceIn = (header: string | null | undefined): string | undefined => (header && form.test(header) ? header : undefined);

/** Origin and path. The query of an address may hold codes and the fragment a link. */
export const placeOf = (url: URL): string => `${url.origin}${url.pathname}`;

/** What stands in the history of a path: a query may hold what is nobody's business. */
export const pathOnly = (path: string): string => new URL(placeOf(new URL(path, 'https://host.test'))).pathname;
