/** Who the cloud's people are: opaque subjects, made at the first sign-in, and the org-admin role, which is granted here only and never by a claim (S10). */
import type { Random, Store } from '../../kernel/ports.ts';

export type DirectoryRole = 'org-admin';
/** How the identity provider knows a person: unique by both together. OIDC Core 1.0 §5.7. */
export type IdpIdentity = { readonly issuer: string; readonly idpSubject: string };
type Entry = { readonly subject: string; readonly roles: readonly DirectoryRole[] };

export type Directory = {
  /** The subject of this identity; made when it is new, without any role. Never merged by e-mail. */
  subjectOf(identity: IdpIdentity): string;
  /** Grants a role to an identity, whether or not it has signed in. For provisioning. */
  grant(identity: IdpIdentity, role: DirectoryRole): void;
  isOrgAdmin(subject: string): boolean;
};

const key = ({ issuer, idpSubject }: IdpIdentity): string => JSON.stringify([issuer, idpSubject]);

export function createDirectory({ store, random }: { readonly store: Store; readonly random: Random }): Directory {
  const entryOf = (identity: IdpIdentity): Entry => {
    const known = store.get<Entry>('directory.entry', key(identity));
    if (known) return known;
    const entry: Entry = { subject: `u-${Buffer.from(random.bytes(12)).toString('hex')}`, roles: [] };
    store.put('directory.entry', key(identity), entry);
    return entry;
  };
  return {
    subjectOf: (identity) => entryOf(identity).subject,
    grant: (identity, role) => {
      const entry = entryOf(identity);
      store.put<Entry>('directory.entry', key(identity), { ...entry, roles: [...new Set([...entry.roles, role])] });
    },
    isOrgAdmin: (subject) =>
      store.list<Entry>('directory.entry').some(({ value }) => value.subject === subject && value.roles.includes('org-admin')),
  };
}
