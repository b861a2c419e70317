/** What every listing is: entries for a program, and the same entries as text for people. */

/** `entries` is what `--json` prints; `text` is made of the same entries. */
export type Listing = { readonly entries: readonly object[]; readonly text: string };
