/** What a product may ask about the groups of somebody whom a user context names: the contract between the directory and the products. The token itself says nothing of groups (I-09). */

export type KnownGroup = { readonly id: string; readonly name: string };
export type Memberships = {
  /** The groups of this subject as they are now; none of somebody who is not known, or suspended. */
  groupsOf(subject: string): readonly KnownGroup[];
};
