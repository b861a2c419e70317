/** The token that the forms of a page carry, as a test of a part reads it. */

/** Of the first form; empty where the page has none. */
export const formTokenOn = (page: string): string => /name="form-token" value="([^"]*)"/.exec(page)?.[1] ?? '';
