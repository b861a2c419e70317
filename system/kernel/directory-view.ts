/** The directory as AdminHub shows it; it is changed by another contract (S10). */
import type { DirectoryUser } from './directory.ts';
import type { RuleSet, RulesDraft } from './group-rules.ts';
import type { RefusalCode } from './rule.ts';

export type ListedConnector = {
  readonly name: string;
  /** Whose names for people its external ids are. */
  readonly issuer: string | undefined;
  readonly madeAtMs: number;
  readonly revoked: boolean;
  /** The code with which the mass-change guard stopped it. */
  readonly stopped: RefusalCode | undefined;
};
export type ListedGroup = {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  readonly managedBy: string | undefined;
  readonly changedAtMs: number;
};
/** Somebody in a group, and by whose word. */
export type ListedMember = { readonly subject: string; readonly userName: string | undefined; readonly sources: readonly string[] };

export type ListedDomain = {
  readonly domain: string;
  readonly state: 'claimed' | 'verified' | 'expiring' | 'expired';
  /** It counts since the cloud was set up: no look for a proof takes that away in its first year. What a later proof gave goes with that proof. */
  readonly provisioned: boolean;
  /** The TXT record of `_tempered.<domain>` that proves it. */
  readonly proof: string;
  readonly verifiedUntilMs?: number;
};

/** A change that the mass-change guard stopped whole. */
export type ListedHeld = {
  readonly id: string;
  readonly origin: 'group-rules' | 'hr-feed';
  readonly code: RefusalCode;
  /** Every rule of the guard that stopped it: who resumes it goes past these, and past no other. */
  readonly guards: readonly RefusalCode[];
  readonly actor: string;
  readonly atMs: number;
};

/** A feed that an org admin uploaded, and that waits for being looked at. */
export type WaitingUpload = { readonly atMs: number; readonly by: string; readonly bytes: number };

export type DirectoryView = {
  people(page: { readonly offset: number; readonly limit: number }): readonly DirectoryUser[];
  countPeople(): number;
  /** Not suspended ones. */
  countActive(): number;
  find(subject: string): DirectoryUser | undefined;
  /** Not suspended ones. */
  orgAdmins(): readonly DirectoryUser[];
  groups(): readonly ListedGroup[];
  /** At most `limit` of them. */
  members(group: string, limit: number): readonly ListedMember[];
  connectors(): readonly ListedConnector[];
  /** By name, those that the mass-change guard stopped and nobody revoked: they wait for an org admin. */
  stoppedConnectors(): readonly string[];
  domains(): readonly ListedDomain[];
  /** The group rules that are in force. */
  rules(): RuleSet;
  rulesDraft(): RulesDraft | undefined;
  /** Where the HR feed is, without its query, which may be what opens it; undefined where there is none. */
  feedAddress(): string | undefined;
  feedUpload(): WaitingUpload | undefined;
  held(): readonly ListedHeld[];
  countHeld(): number;
};
