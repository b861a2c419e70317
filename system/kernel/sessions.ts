/** What the authentication service asks of the sessions of people: the contract between both, which know each other by it alone (S7). */
import type { Judgement, RefusalCode } from './rule.ts';

/** What a browser gives back on the host that its hand-over was started for. */
export type Redemption = { readonly code: string; readonly state: string; readonly browser: string; readonly host: string };

export type Sessions = {
  /** How long a sign-on lives at most, and its children with it: what their cookies live for. */
  readonly absoluteSeconds: number;
  /** How long a hand-over may take: what the cookie that binds it to the browser lives for. */
  readonly handOverSeconds: number;

  /** A new single sign-on session for a subject; always a new id (I-08). Returns the id for the cookie. */
  startSignOn(subject: string): string;
  /** The subject of a living single sign-on session. */
  signedOn(id: string | undefined): string | undefined;

  /** Notes that this browser wants to come back to `host`; returns the one-time state and the secret that binds it to the browser. */
  startHandOver(host: string, returnTo: string): { readonly state: string; readonly browser: string };
  /** The host that a running hand-over goes back to; undefined when there is none, or when it is too old. */
  handOverHost(state: string): string | undefined;
  /** A one-time code for the host of this hand-over. */
  issueCode(state: string, signOnId: string): string;
  /** Consumes code and state whatever comes of it. Throws `Refusal` with a `session.hand-over.…` code. */
  redeem(given: Redemption): { readonly id: string; readonly returnTo: string; readonly subject: string };

  /** Judges the session of a host, and notes that it was used when it is good. */
  judgeHost(
    id: string | undefined,
    host: string,
  ): { readonly judgement: Judgement<RefusalCode>; readonly subject: string; readonly handle: string };
};
