/** What the other parts ask of the directory, and what its people, groups and changes look like: the contract between them (S10, M-11). */

export type DirectoryRole = 'org-admin';
/** How the identity provider knows a person: unique by both together. OIDC Core 1.0 §5.7. */
export type IdpIdentity = { readonly issuer: string; readonly idpSubject: string };

/** What automation may set, by its name here; each a plain text. */
export const attributeNames = ['email', 'displayName', 'department', 'title', 'employment'] as const;
export type AttributeName = (typeof attributeNames)[number];
export type Attributes = { readonly [Name in AttributeName]?: string };

/** Who put somebody into a group: each takes away what it gave, and nothing else. */
export type MembershipSource = 'manual' | `rule:${string}` | `scim:${string}`;
export type Membership = { readonly group: string; readonly source: MembershipSource };

/** By whose word somebody is suspended: an org admin's or break-glass's, or that of an automation, which may take back only its own. */
export type SuspendedBy = 'by-hand' | 'hr-feed' | `scim:${string}`;

export type DirectoryUser = {
  /** Opaque, and never given to anybody else. */
  readonly subject: string;
  readonly status: 'active' | 'suspended';
  /** Of whoever is suspended; by hand where it is absent. */
  readonly suspendedBy?: SuspendedBy | undefined;
  readonly roles: readonly DirectoryRole[];
  readonly identities: readonly IdpIdentity[];
  /** As automation names them; unique without regard to case. */
  readonly userName?: string | undefined;
  readonly externalId?: string | undefined;
  /** `scim:<connector>` or `hr-feed`: who may change it beside org admins. Whoever signs in unannounced is nobody's. */
  readonly managedBy?: string | undefined;
  readonly attributes: Attributes;
  readonly memberships: readonly Membership[];
  readonly changedAtMs: number;
};
export type DirectoryGroup = {
  readonly id: string;
  readonly name: string;
  readonly managedBy?: string | undefined;
  readonly changedAtMs: number;
};

/** One step of a change, as data: planned, measured and recorded before any of it is done. */
export type DirectoryChange =
  | { readonly kind: 'user-created'; readonly user: DirectoryUser }
  | {
      readonly kind: 'user-changed';
      readonly subject: string;
      readonly to: Partial<Pick<DirectoryUser, 'userName' | 'externalId' | 'managedBy' | 'attributes'>>;
    }
  /** `by`: by hand where it is absent. */
  | { readonly kind: 'user-suspended'; readonly subject: string; readonly by?: SuspendedBy }
  | { readonly kind: 'user-reactivated' | 'user-removed'; readonly subject: string }
  | { readonly kind: 'group-created'; readonly group: DirectoryGroup }
  | { readonly kind: 'group-renamed'; readonly group: string; readonly name: string }
  | { readonly kind: 'group-removed'; readonly group: string }
  | {
      readonly kind: 'member-added' | 'member-removed';
      readonly group: string;
      readonly subject: string;
      readonly source: MembershipSource;
    }
  | { readonly kind: 'role-granted' | 'role-revoked'; readonly subject: string; readonly role: DirectoryRole };

/** Who changes something: an org admin or a break-glass account by hand, or one of the automations. */
export type ChangeOrigin = 'by-hand' | 'scim' | 'hr-feed' | 'group-rules';

/** A text with the name that owns it, letters small: an answer may bring along what another name says. RFC 1035 §3.2.1, RFC 4343. */
export type OwnedText = { readonly owner: string; readonly text: string };
/** Reads TXT records of the public name system; rejects when there is no answer. RFC 1035 §3.3.14. */
export type DnsText = { lookup(name: string): Promise<readonly OwnedText[]> };
