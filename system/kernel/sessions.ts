/** What the other parts ask of the sessions of people: the contracts between them, which know each other by it alone (S7, K-04, M-10). */
import type { SafeFacts } from './refusal.ts';
import type { Judgement, RefusalCode } from './rule.ts';

/** What a browser gives back on the host that its hand-over was started for. */
export type Redemption = {
  readonly code: string;
  readonly state: string;
  readonly browser: string;
  readonly host: string;
  /** What the browser holds already as its session on this host, whoever put it there. */
  readonly held?: string | undefined;
};

/** The session at the identity provider from which a sign-on came: by this it is found again when the identity provider ends it. */
export type IdpSession = {
  readonly issuer: string;
  /** As the identity provider names the person: `sub`, or the NameID. */
  readonly idpSubject: string;
  /** `sid` of an ID token (OIDC Back-Channel Logout 1.0 §2.1), or the SessionIndex of a SAML assertion. */
  readonly sid?: string;
};
export type SignOnOptions = {
  readonly idpSession?: IdpSession | undefined;
  /** When the identity provider wants the session to be over at the latest: SessionNotOnOrAfter. Milliseconds since the epoch. */
  readonly notAfterMs?: number | undefined;
  /** The sign-on cookie that the browser sent: whoever signs in anew gets a new id, and what it names ends. */
  readonly replaces?: string | undefined;
};

/** What the authentication service asks. */
export type Sessions = {
  /** How long a sign-on lives at most, and its children with it: what their cookies live for. */
  readonly absoluteSeconds: number;
  /** How long a hand-over may take: what the cookie that binds it to the browser lives for. */
  readonly handOverSeconds: number;

  /** A new single sign-on session for a subject; always a new id (I-08). Ends what it replaces, and the person's oldest when there are too many: `ended`, by handle, for the record. `id` is for the cookie. Throws `Refusal` with `session.sign-on.…`. */
  startSignOn(subject: string, options?: SignOnOptions): { readonly id: string; readonly ended: readonly string[] };
  /** The subject of a living single sign-on session. */
  signedOn(id: string | undefined): string | undefined;
  /** The same, with the id to go on with: a new one when the person's privileges changed since the old one was given. The caller sets the cookie when `renewed`. */
  goOn(id: string | undefined): { readonly subject: string; readonly id: string; readonly renewed: boolean } | undefined;

  /** Notes that this browser wants to come back to `host`; returns the one-time state and the secret that binds it to the browser. */
  startHandOver(host: string, returnTo: string): { readonly state: string; readonly browser: string };
  /** The host that a running hand-over goes back to; undefined when there is none, or when it is too old. */
  handOverHost(state: string): string | undefined;
  /** A one-time code for the host of this hand-over. */
  issueCode(state: string, signOnId: string): string;
  /** Consumes code and state whatever comes of it. Throws `Refusal` with a `session.hand-over.…` or `session.host.…` code. */
  redeem(given: Redemption): {
    readonly id: string;
    readonly returnTo: string;
    readonly subject: string;
    /** For the record: which session began, and whose child it is. */
    readonly facts: SafeFacts;
  };

  /** Judges the session of a host, and notes that it was used when it is good; `again`: a stream asks whether it still lives, which is no use of it. */
  judgeHost(
    id: string | undefined,
    host: string,
    how?: 'used' | 'again',
  ): { readonly judgement: Judgement<RefusalCode>; readonly subject: string; readonly handle: string };

  /** What a form of the person's own session pages must carry (S4). */
  signOnFormToken(id: string): string;
  /** Judges the person's wish to sign out. Throws `Refusal` with `session.sign-out.…`. Nothing has ended before `end` is called (the effect of an answer: after its record). */
  signOut(given: { readonly id: string | undefined; readonly formToken: string }): {
    readonly subject: string;
    readonly idpSession: IdpSession | undefined;
    readonly facts: SafeFacts;
    end(): void;
  };
};

/** Why a sign-on ended before its limits: each is a refusal code of its own, `session.host.<reason>`. */
const endReasons = ['signed-out', 'revoked', 'deactivated', 'displaced', 'replaced', 'ended-by-idp'] as const;
export type EndReason = (typeof endReasons)[number];

/** Of which session an identity provider speaks. */
export type IdpSaid = { readonly issuer: string; readonly sid?: string | undefined; readonly idpSubject?: string | undefined };

/** What ends sessions from elsewhere: the directory, trust in the identity provider, and the identity provider itself. Each says how many ended; all at once, children included. */
export type SessionEnds = {
  /** Deactivated, or ended by an admin. Whoever calls it must also see to it that the subject cannot sign on again. */
  endAllOf(subject: string, because: Extract<EndReason, 'deactivated' | 'revoked'>): number;
  /** Trust in the identity provider was rotated (S10): everything that began until now, and every code that is on its way. */
  endAll(): void;
  /** The same for what began before an instant, in milliseconds since the epoch. */
  endAllBefore(instantMs: number): void;
  /** By handle, for the record: whom `endByIdpSession` would end now. */
  meantByIdp(given: IdpSaid): readonly string[];
  /** The identity provider ended its session: by `sid`, or by its name for the person, or by both. With neither nothing ends. OIDC Back-Channel Logout 1.0 §2.6. */
  endByIdpSession(given: IdpSaid): number;
  /** The person gained or lost a role: they stay signed on, and every id of theirs is a new one from their next request on (I-08). */
  privilegesChanged(subject: string): number;
};

/** Seconds, and how many at once. */
export type SessionLimits = { readonly absoluteSeconds: number; readonly idleSeconds: number; readonly perPerson: number };
export type Bounds = { readonly least: number; readonly most: number };
export type SessionBounds = Readonly<Record<keyof SessionLimits, Bounds>>;

/** One single sign-on session as admins and its own holder may see it. `handle` names it, and opens nothing. */
export type ListedSession = {
  readonly handle: string;
  readonly subject: string;
  readonly startedAtMs: number;
  readonly lastSeenAtMs: number;
  /** Where the person has a session by it. */
  readonly hosts: readonly string[];
};

/** A change that was judged and not made yet: made by `effect`, after its record. */
export type SessionChange = { readonly facts: SafeFacts; readonly effect: () => void };

/** For org admins: only from inside (M-10). */
export type SessionAdministration = {
  /** In force now, for running sessions too. */
  limits(): SessionLimits;
  /** What the deployment allows. */
  readonly bounds: SessionBounds;
  /** Whoever has more sessions than may be then loses the oldest. Throws `Refusal` with a code of `session.settings`. */
  changeLimits(proposed: Readonly<Record<keyof SessionLimits, unknown>>): SessionChange;
  /** Living ones, the oldest first; of everybody when no subject is given. */
  list(subject?: string): readonly ListedSession[];
  /** Throws `Refusal` with `session.revocation.…` when there is no such living session, or it is not of `of` when that is given. */
  revoke(handle: string, of?: string): SessionChange;
};
