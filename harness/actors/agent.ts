/** What an actor's hands can do, whatever they are made of: a browser's page, or an HTTP client that behaves like one. */

import type { NetworkName } from '../fixtures/fixtures.ts';
import type { Outcome } from '../verdict/results.ts';
import type { SecurityKey } from './authenticator/key-ring.ts';
import type { AssertionDeviationName, AttestationDeviationName } from './authenticator/make.ts';
import type { Channel, FollowKind } from './channel.ts';
import type { Form } from './page.ts';
import type { Sending } from './raw-request.ts';

export type Symptom = Extract<Outcome, { kind: 'fault' }>['symptom'];

/** One answer on the way to a page. `place` is origin and path: a query may hold codes. */
export type TrailStep = { readonly place: string; readonly status: number; readonly reference: string | undefined };

/** The document that stands in front of the actor at the end of a navigation. */
export type Answer = {
  readonly kind: 'answer';
  readonly url: URL;
  readonly status: number;
  readonly title: string;
  readonly reference: string | undefined;
  readonly forms: readonly Form[];
  /** As in `PageContent`. */
  readonly looks: string;
  /** Every answer from the first request to this document, this one last. */
  readonly trail: readonly TrailStep[];
};
/** No document came. `detail` is for people and holds no query, cookie or form content. */
export type Failure = { readonly kind: 'fault'; readonly symptom: Symptom; readonly detail: string; readonly trail: readonly TrailStep[] };
export type Sight = Answer | Failure;
/** What became of one address that a page holds in a frame: where the document is from that stands in it, undefined when none was let in. */
export type Framed = { readonly to: URL; readonly shown: URL | undefined; readonly trail: readonly TrailStep[] };
/** What was answered to somebody who wants to follow; `channel` is there when it was let in. */
export type Followed = { readonly sight: Sight; readonly channel: Channel | undefined };

/** How a new key is attested: as the listed hardware, or departing in one thing. */
export type AttestationMode = AttestationDeviationName | 'honest';
/** What a key signs at a sign-in. */
export type AssertionMode = AssertionDeviationName | 'honest';

type Asserting = { readonly kind: 'assertion'; readonly assertion: AssertionMode };

export type Entry = {
  /** By field name; fields that are not named keep what the page put there. */
  readonly values: Readonly<Record<string, string>>;
  /** The name of the button to press; the form's first submit button otherwise. */
  readonly button?: string;
  /** Pressing the button runs a ceremony with the security key before the form is sent. */
  readonly ceremony?: Asserting | { readonly kind: 'registration'; readonly attestation: AttestationMode };
};

/** What only hands with a browser can do: use a page as its script made it. */
export type ScriptedPage = {
  /** Waits until something that fits the selector can be seen: its id, or undefined when nothing could within the limit. */
  shown(selector: string, timeoutMs: number): Promise<string | undefined>;
  /** Presses a button by the name that a person reads; the next document is what stands at the end. */
  press(button: string): Promise<Sight>;
  /** The same with a link, by the address that it leads to. */
  followLink(to: URL): Promise<Sight>;
  /** All that a script of the page in front can read of what the browser keeps: its stores, its cookies, its address and where it was come from. */
  readable(): Promise<readonly string[]>;
  /** Presses the browser's own button for the page before. */
  back(): Promise<Sight>;
  /** Whether this browser keeps left pages alive: a page without a script that may not be stored, opened in a tab of its own and left, comes back by going back as it was. */
  keepsLeftPages(): Promise<boolean>;
  /** What a person reads on the page in front. */
  text(): Promise<string>;
  /** Every token that this page's scripts were ever given by a token endpoint: access tokens, ID tokens, refresh tokens. RFC 6749 §5.1. */
  tokens(): Promise<readonly string[]>;
};

export type Agent = {
  /** As from the address bar; follows redirects. */
  visit(url: URL): Promise<Sight>;
  /** Fills in and sends a form of the document in front of the actor. */
  submit(form: Form, entry: Entry): Promise<Sight>;
  /** As a script on the host's own page would: no navigation, redirects are not followed. */
  call(url: URL): Promise<Sight>;
  /** A document of `origin` posts a form to `to`, as a navigation. */
  postFrom(origin: URL, to: URL, form: Readonly<Record<string, string>>): Promise<Sight>;
  /** A page of `framer` holds each of these addresses in a frame, one after the other. */
  frame(framer: URL, all: readonly URL[]): Promise<readonly Framed[]>;
  /** The value of a cookie in the agent's jar. */
  cookie(url: URL, name: string): Promise<string | undefined>;
  /** Puts a cookie into the jar, as somebody could who had the browser before: for this host alone, secure, and for the path `/`. */
  plantCookie(url: URL, name: string, value: string): Promise<void>;
  /** One raw request with exactly these cookies and no page around it; redirects are not followed. */
  raw(url: URL, cookies: Readonly<Record<string, string>>): Promise<Sight>;
  /** These bytes and no others, on a connection of their own to the host of `url`; every answer that came is in the trail. */
  sendRaw(url: URL, sending: Sending): Promise<Sight>;
  /** Begins to follow what is said at `url`, with exactly these headers beside those that every client sends. */
  follow(url: URL, asking: { readonly kind: FollowKind; readonly headers: Readonly<Record<string, string>> }): Promise<Followed>;
  /** The page in front as its script made it; undefined for hands that run none. */
  readonly scripts: ScriptedPage | undefined;
  /** Another tab of the same browser: the same cookies, a page of its own, and no security key. It ends with this one. */
  tab(): Promise<Agent>;
  /** What the security key of this agent holds now, counters included. */
  keys(): Promise<readonly SecurityKey[]>;
  /** Puts these credentials onto the security key, and takes off what was there. */
  hold(keys: readonly SecurityKey[]): Promise<void>;
  /** What the actor sees now, as an image; undefined where there is nothing to see. */
  screenshot(): Promise<Uint8Array | undefined>;
  /** True when what it is made of is gone: the browser died. */
  gone(): boolean;
  close(): Promise<void>;
};

export type AgentOptions = {
  readonly network: NetworkName;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the security key holds at first; undefined for someone who has no security key at all. */
  readonly keys: readonly SecurityKey[] | undefined;
};
