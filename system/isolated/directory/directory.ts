/** Who the cloud's people are: opaque subjects, made at the first sign-in or by automation, and the org-admin role, which is granted here only and never by a claim (S10). */
import type { DirectoryChange, DirectoryRole, DirectoryUser, DnsText, IdpIdentity } from '../../kernel/directory.ts';
import type { Clock, Random, Store } from '../../kernel/ports.ts';
import { demand } from '../../kernel/refusal.ts';
import { applyAll, type Stored } from './apply.ts';
import { type Domains, domainsIn } from './domains.ts';
import { type DirectoryPolicy, releasedDirectoryPolicy } from './policy.ts';
import { groupsIn } from './stored/groups.ts';
import { peopleIn } from './stored/people.ts';

/** What the identity provider says of somebody beside who they are. Believed for nothing but this. */
export type Given = { readonly email?: string | undefined };

export type Directory = {
  /**
   * The subject of this identity, who may sign in; made when it is new, without any role. Never merged by e-mail.
   * Throws `Refusal` with a code of `directory.sign-in`; then nobody was made.
   */
  subjectOf(identity: IdpIdentity, given?: Given): string;
  /** Grants a role to an identity, whether or not it has signed in. For provisioning. */
  grant(identity: IdpIdentity, role: DirectoryRole): void;
  /** Makes somebody known before the first sign-in, or suspends them. For provisioning. */
  know(identity: IdpIdentity, status: DirectoryUser['status']): void;
  isOrgAdmin(subject: string): boolean;
  readonly stored: Stored;
  readonly domains: Domains;
};
export type DirectoryPorts = {
  readonly store: Store;
  readonly random: Random;
  readonly clock: Clock;
  readonly dnsText?: DnsText | undefined;
};

export const newSubject = (random: Random): string => `u-${Buffer.from(random.bytes(12)).toString('hex')}`;

/** A person of whom nothing is known but an identity. */
export const newUser = (random: Random, known: Partial<DirectoryUser>): DirectoryUser => ({
  subject: newSubject(random),
  status: 'active',
  roles: [],
  identities: [],
  attributes: {},
  memberships: [],
  changedAtMs: 0,
  ...known,
});

/** Only a domain that the organisation claimed is named: any other may say more of the person than the record may hold (I-11). */
const domainOnRecord = (domains: Domains, email: string): string => {
  const listed = domains.listedOf(email);
  return listed
    ? `${listed.domain}, which is ${listed.state === 'claimed' ? 'claimed, and not proved' : listed.state}`
    : 'none that is claimed here';
};

export function createDirectory(ports: DirectoryPorts, policy: DirectoryPolicy = releasedDirectoryPolicy): Directory {
  const { store, random, clock } = ports;
  const stored: Stored = { store, people: peopleIn(store), groups: groupsIn(store) };
  const domains = domainsIn(ports, policy.domain);
  const apply = (...changes: readonly DirectoryChange[]): void => void applyAll(stored, changes, { nowMs: clock.now() });
  const subjectOf: Directory['subjectOf'] = (identity, { email } = {}) => {
    const known = stored.people.byIdentity(identity);
    const emailDomain = email === undefined ? 'none' : domains.covers(email) ? 'verified' : 'not-verified';
    const safeFacts = {
      ...(known ? { subject: known.subject } : {}),
      ...(email !== undefined && emailDomain === 'not-verified' ? { emailDomain: domainOnRecord(domains, email) } : {}),
    };
    demand(policy.signIn, { status: known?.status ?? 'new', emailDomain }, safeFacts);
    if (known) return known.subject;
    const user = newUser(random, { identities: [identity] });
    apply({ kind: 'user-created', user });
    return user.subject;
  };
  const known = (identity: IdpIdentity): string => stored.people.byIdentity(identity)?.subject ?? subjectOf(identity);
  return {
    subjectOf,
    grant: (identity, role) => apply({ kind: 'role-granted', subject: known(identity), role }),
    know: (identity, status) => {
      const subject = known(identity);
      if (status === 'suspended') apply({ kind: 'user-suspended', subject });
    },
    isOrgAdmin: (subject) => {
      const user = stored.people.find(subject);
      return user?.status === 'active' && user.roles.includes('org-admin');
    },
    stored,
    domains,
  };
}
