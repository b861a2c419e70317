/** Who may act in a world: users of the identity provider, holders of a break-glass account, visitors. Browser and wire actors do the same things. */

import type { BreakGlassAccountName, NetworkName, PersonName } from '../fixtures/fixtures.ts';
import type { InsideProduct } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { AssertionMode, AttestationMode } from './agent.ts';
import type { LookedBack } from './back-acts.ts';
import type { Channel, FollowKind } from './channel.ts';
import type { FollowOptions } from './follow-acts.ts';
import type { Framing } from './framing-acts.ts';
import type { HandOverCarrier } from './hand-over.ts';
import type { HubForm } from './hub-form.ts';
import type { Compose, RawKind } from './raw-request.ts';
import type { HeldSessions, Product } from './session-acts.ts';
import type { StartPageVisitor } from './start-page-acts.ts';
import type { JudgeKnock, Knock } from './sweep-acts.ts';
import type { NewIssue } from './tracker-acts.ts';
import type { NewPage } from './wiki-acts.ts';

export type User = {
  /** From a page of the tracker, its front page unless told otherwise, through the identity provider and back. */
  signIn(from?: { readonly path: string }): Promise<Outcome>;
  /** Opens a page of a host, with whatever session there is; follows redirects. */
  open(host: 'tracker' | 'wiki' | 'admin' | 'login', path?: string): Promise<Outcome>;
  /** Calls as a script would: no page navigation, redirects not followed. */
  callApi(host: 'tracker' | 'wiki' | 'admin', path: string): Promise<Outcome>;
  /** A form post to `host` sent from a page of another origin (S4), with whatever cookies the agent would attach. */
  postFrom(
    origin: URL,
    to: { host: 'tracker' | 'admin' | 'login'; path: string; form: Readonly<Record<string, string>> },
  ): Promise<Outcome>;
  /** Opens a page of another house that holds these pages of ours in frames; lands on `nothing`, or on those that could be seen there. */
  frame(framer: URL, pages: Framing['pages']): Promise<Outcome>;
  /** Presses the browser's button for the page before, so many times, and reads what stands there. Only where hands run scripts. */
  lookBack(steps: number): Promise<LookedBack>;
  /** Whether this browser keeps a left page alive, tried with a page of nobody's. No act. Only where hands run scripts. */
  keepsLeftPages(): Promise<boolean>;
  /** One request to the tracker byte by byte, with whatever session there is: as `compose` writes the honest one down. */
  sendRaw(kind: RawKind, compose: Compose): Promise<Outcome>;
  /** One request each, without following anything; `ok` when `judge` finds nothing wrong with what the records say of all of them. */
  sweep(knocks: readonly Knock[], judge: JudgeKnock): Promise<Outcome>;
  /** Follows the issues that are opened from now on. `channel` is there when the tracker let it in; it ends with the actor. */
  follow(kind: FollowKind, options?: FollowOptions): Promise<{ readonly outcome: Outcome; readonly channel: Channel | undefined }>;
  /** The session cookies that this person's agent holds now: what a thief of the jar would have. No act, and nothing of it is recorded. */
  heldSessions(): Promise<HeldSessions>;
  /** Puts this value into the agent's jar as its session with this host: what somebody does who had the browser before. No act, either. */
  plantSession(host: 'tracker' | 'login', value: string): Promise<void>;
  /** One raw request to a product, the tracker unless told otherwise, with exactly these lines of cookies, and nothing else of the jar. */
  sendCookies(lines: readonly string[], to?: Product): Promise<Outcome>;
  /** By the form on the front page of the tracker. `path` is where the issue stands. */
  openIssue(issue: NewIssue): Promise<{ readonly outcome: Outcome; readonly path: string | undefined }>;
  /** All issues that this person may see, read as data. */
  listIssues(): Promise<Replied>;
  /** An issue of the tracker by its path; what stands in the history does not name it. */
  readIssue(path: string): Promise<Outcome>;
  /** With the form's token of this person's own session. */
  closeIssue(path: string): Promise<Outcome>;
  /** By the form on the front page of the wiki. `path` is where the page stands. */
  writePage(page: NewPage): Promise<{ readonly outcome: Outcome; readonly path: string | undefined }>;
  /** A page of the wiki by its path; what stands in the history does not name it. */
  readPage(path: string): Promise<Outcome>;
  /** Sends another title for the page at this path, with the form's token of this person's own session. */
  changePage(path: string): Promise<Outcome>;
  /** Sends one form of AdminHub's as a script of its own would, with whatever session there is: `connectors/resume` is a form of the page `/connectors`. */
  administer(what: string, form?: Readonly<Record<string, string>>): Promise<Replied>;
  /** The same, of the form that carries a file. */
  uploadTo(what: string, file: Uint8Array): Promise<Replied>;
  /** Sends one of the forms of AdminHub's pages, and signs in at the identity provider where that leads. */
  sendHubForm(sending: HubForm): Promise<Outcome>;
  /** Reads one of AdminHub's addresses as data, with whatever session there is. */
  readHub(path: string): Promise<Replied>;
  /** By the form on the sign-in host. */
  signOut(): Promise<Outcome>;
  /** By the page that lists the person's sessions, the oldest first. */
  endOwnSession(index: number): Promise<Outcome>;
  /** Whosever it is, by the handle that stands in forms and records. */
  endSession(handle: string): Promise<Outcome>;
  /** The way between two hosts, with its parts in this person's own hands. */
  readonly handOver: HandOverCarrier;
  /** Another tab of the same browser: the same cookies, another page, and the same person in front of it unless told otherwise. */
  anotherTab(as?: PersonName): User;
  /** The customer's own start page, in this person's browser. Only where hands run scripts. */
  readonly startPage: StartPageVisitor;
};

/** What is entered, by the name of its field; everything else stays. */
export type IdpSettingsChange = {
  readonly [Field in 'issuer' | 'clientId' | 'clientSecret' | 'clientAuthentication' | 'demandedAcr' | 'struckOutKeyIds']?: string;
};

export type BreakGlassHolder = User & {
  /** Opens the desk's one-time link from the account's mailbox, sets the password and registers the key. */
  register(options?: { readonly attestation?: AttestationMode }): Promise<Outcome>;
  /** One submission of name, password and key on AdminHub's break-glass page. */
  signIn(): Promise<Outcome>;
  /** Saves the identity provider settings on AdminHub. */
  saveIdpSettings(change: IdpSettingsChange): Promise<Outcome>;
  signOut(): Promise<Outcome>;
  /** Puts the session of the last sign-in into a raw request, as a thief with the cookie jar would: also after the jar has forgotten it. */
  carrySessionTo(host: 'tracker' | 'admin', path?: string): Promise<Outcome>;
};

/** What a program reads of an answer beside its outcome: parsed JSON, and undefined where there is none. */
export type Replied = { readonly outcome: Outcome; readonly body: unknown };

/** The customer's automation, which pushes people and groups: no person, no browser, a bearer token. */
export type ScimConnector = {
  /** One request below `/scim/v2`. */
  send(request: ScimRequest): Promise<Replied>;
};
export type ScimRequest = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
};
export type ConnectorOptions = {
  readonly from?: NetworkName /** `own`: the one that the cloud was provisioned with. */;
  readonly token?: 'own' | 'none' | 'guessed' | (string & {});
  /** Whom it asks: the cloud itself, or the customer's gateway, which asks in its place. */
  readonly through?: 'nothing' | 'gateway';
};

/** Somebody who got hold of the ingress's place inside: what products must withstand although nobody should ever stand there (I-09). */
export type Insider = {
  /** Hands a request with these user contexts, one to a header line, to a product's own listener: the tracker's unless told otherwise. */
  handContexts(contexts: readonly string[], to?: InsideProduct): Promise<Outcome>;
};

export type BreakGlassOptions = {
  readonly account?: BreakGlassAccountName;
  readonly from?: NetworkName;
  /** `forged`: the account's own credential id, signed for by another private key. */
  readonly key?: 'own' | 'none' | 'other-account' | 'forged';
  /** What the key signs. */
  readonly assertion?: AssertionMode;
  readonly password?: 'right' | 'wrong';
  /** Sent with every request of this holder, as an attacker would forge them. */
  readonly headers?: Readonly<Record<string, string>>;
};

export type Actors = {
  user(options?: { readonly as?: PersonName; readonly from?: NetworkName }): User;
  visitor(options?: { readonly from?: NetworkName }): User;
  breakGlass(options?: BreakGlassOptions): BreakGlassHolder;
  connector(options?: ConnectorOptions): ScimConnector;
  /** Only where the target has an inside. */
  insider(options?: { readonly from?: NetworkName }): Insider;
};
