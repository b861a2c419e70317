/** What org admins, and break-glass for them, may change of the directory: the contract between AdminHub, which lets them in, and the directory, which judges and does it (S10, N-08). */
import type { SuspendedBy } from './directory.ts';
import type { RuleSet } from './group-rules.ts';
import type { RefusalCode } from './rule.ts';

/** Who asks for it, from where, and the reference of the request that it is part of: for the record. */
export type Asker = { readonly actor: string; readonly peer: string; readonly of: string };
/** Judged already; `effect` does it, once it is on record. */
export type Prepared = { readonly effect: () => void };

/** What a plan would make of one person. Groups by name. */
export type ForetoldPerson = {
  /** Nobody who would only be made has one yet. */
  readonly subject: string | undefined;
  readonly userName: string | undefined;
  readonly becomes: readonly ('made' | 'changed' | 'suspended' | 'reactivated')[];
  readonly gains: readonly string[];
  readonly loses: readonly string[];
};
/** What would come of a plan if it were done now; nothing of it is done. */
export type Foretold = {
  /** The first of them; `count` is how many there are. */
  readonly people: readonly ForetoldPerson[];
  readonly count: number;
  readonly totals: Readonly<Record<'made' | 'changed' | 'suspended' | 'reactivated' | 'gains' | 'loses', number>>;
  /** `allowed`, or the code with which the mass-change guard would stop it whole: the first of `guards`. */
  readonly guard: 'allowed' | RefusalCode;
  /** Every rule of the guard that would stop it. */
  readonly guards: readonly RefusalCode[];
};
/** What a feed says and what is not done of it now. Each list holds the first of them, and `counts` says how many there are. */
export type NotDone = {
  /** Whom it calls one of the house, and who stay suspended: only whoever suspended them ends it, and of an org admin only an org admin. */
  readonly leftSuspended: readonly { readonly subject: string; readonly userName: string | undefined; readonly by: SuspendedBy }[];
  /** Whose first day has not come, and who are not let in before. `day`: `2026-11-22`, in UTC. */
  readonly startLater: readonly { readonly userName: string; readonly day: string }[];
  /** Who are in until this day begins. */
  readonly endLater: readonly { readonly userName: string; readonly day: string }[];
  readonly counts: Readonly<Record<'leftSuspended' | 'startLater' | 'endLater', number>>;
};
/** Where a feed comes from: its address, or what an org admin uploaded. */
export type FeedFrom = 'address' | 'upload';
/** `shown` names the feed on this day: an import that gives it takes that feed and no other. */
export type ForetoldFeed = Foretold & { readonly shown: string; readonly notDone: NotDone };
/** `shown` names the steps: who resumes it with that name does these, and no other. `waived`: for what the guard stopped it, and what it is not asked about again. */
export type ForetoldHeld = Foretold & { readonly shown: string; readonly waived: readonly RefusalCode[]; readonly notDone?: NotDone };

export type PersonChange = 'suspend' | 'reactivate' | 'grant-org-admin' | 'revoke-org-admin';

/** Whatever is not judged to be in order throws `Refusal` with a code of `directory`, and then nothing has changed. */
export type DirectoryAdministration = {
  /** The only way to the org-admin role (S10). */
  changePerson(subject: string, change: PersonChange, by: Asker): Promise<void>;

  /** Returns the id of the new group. */
  createGroup(name: string, by: Asker): Promise<string>;
  removeGroup(id: string, by: Asker): Promise<void>;
  /** By hand: what a rule or a connector gave stays. */
  changeMember(member: { readonly group: string; readonly subject: string }, to: 'in' | 'out', by: Asker): Promise<void>;

  /** `text`: a JSON list of rules, whole: what is not in it is no rule of the draft any more. */
  draftRules(text: string, by: Asker): Prepared & { readonly rules: RuleSet };
  discardRulesDraft(): Prepared;
  /** What the draft would do. */
  foretellRules(): Foretold;
  /** Evaluates everybody and puts the draft of this id into force. Returns the number of steps. What the guard stops is held. */
  activateRules(draft: string, by: Asker): Promise<number>;

  /** Reads a feed whole, and keeps it to be looked at and imported: one at a time, for a day. */
  uploadFeed(bytes: Uint8Array, by: Asker): Prepared;
  discardUpload(): Prepared;
  /** Gets the feed, from its address unless told otherwise, and says what its import would do. */
  foretellFeed(from?: FeedFrom): Promise<ForetoldFeed>;
  /** Returns the number of steps. `shown`: only that feed. What the guard stops is held, and what was uploaded is kept no longer. */
  importFeed(shown: string | undefined, by: Asker, from?: FeedFrom): Promise<number>;

  /** The code for which it cannot be resumed as things are now: of `directory.held`, or what its plan is refused with. Undefined when it can. */
  whyHeldInVain(id: string): RefusalCode | undefined;
  foretellHeld(id: string): ForetoldHeld;
  /** Plans it anew and does it, when its steps are those that were shown: past the rules of the guard that stopped it, but never past the one for the last org admin. Returns the number of steps. */
  resumeHeld(held: { readonly id: string; readonly shown: string | undefined }, by: Asker): Promise<number>;
  discardHeld(id: string): Prepared;

  /** A connector of that name gets a new token, and its old one opens nothing any more. The token is not kept: it is only here. */
  makeConnector(given: { readonly name: string; readonly issuer?: string | undefined }): Prepared & { readonly token: string };
  revokeConnector(name: string): Prepared;
  /** After the guard stopped it: it goes on, and what it took away before counts no more. */
  resumeConnector(name: string): Prepared;
  /** Revokes it, and gives back what it took away within its window. Returns the number of steps. */
  discardConnector(name: string, by: Asker): Promise<number>;

  /** Claims it; of one that was claimed already nothing changes. */
  claimDomain(domain: string): Prepared & { readonly claimed: 'now' | 'already' };
  /** Looks for the proof in the public name system. A domain that was verified by one, and whose proof is gone, counts no more; one that counts since the cloud was set up goes on for the rest of its first year. */
  verifyDomain(domain: string): Promise<Prepared & { readonly proof: 'seen' | 'not-seen' }>;
  removeDomain(domain: string): Prepared;
};
