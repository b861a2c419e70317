/** The control channel of the embedded identity provider: what its parent process may ask of it, and what it answers. */
import type { EmbeddedIdpConfiguration } from './configuration.ts';

/** How a realm stands right now, for reading back. */
export type RealmState = {
  readonly signingKeyId: string;
  readonly clientExists: boolean;
  readonly disabledUsers: readonly string[];
  /** Names of those who have a session, once for each session. */
  readonly sessions: readonly string[];
  readonly asSeeded: boolean;
};

/** Each operation with what it takes and what it gives. */
export type ControlOperations = {
  start: { readonly takes: EmbeddedIdpConfiguration; readonly gives: { readonly port: number } };
  state: { readonly takes: { readonly realm: string }; readonly gives: RealmState };
  'signing-key': { readonly takes: { readonly realm: string }; readonly gives: { readonly keyId: string; readonly privateKeyPem: string } };
  users: { readonly takes: { readonly realm: string }; readonly gives: readonly { readonly name: string; readonly subject: string }[] };
  'rotate-client-secret': { readonly takes: { readonly realm: string }; readonly gives: string };
  'rotate-keys': { readonly takes: { readonly realm: string }; readonly gives: string };
  'delete-client': { readonly takes: { readonly realm: string }; readonly gives: null };
  /** Gives whether the new password signs in now. */
  'set-password': { readonly takes: { readonly realm: string; readonly name: string; readonly password: string }; readonly gives: boolean };
  'disable-user': { readonly takes: { readonly realm: string; readonly name: string }; readonly gives: null };
  /** Gives how many relying parties were told, and how many of them did not take it. */
  'end-sessions': {
    readonly takes: { readonly realm: string; readonly name: string };
    readonly gives: { readonly told: number; readonly failed: number };
  };
  revert: { readonly takes: { readonly realm: string }; readonly gives: null };
  /** Sets the clock's distance from real time; gives the instant that it shows then, in milliseconds. */
  'set-clock': { readonly takes: { readonly offsetSeconds: number }; readonly gives: number };
};
export type ControlVerb = keyof ControlOperations;

export type ControlRequest<Verb extends ControlVerb = ControlVerb> = {
  [V in Verb]: { readonly id: number; readonly verb: V; readonly takes: ControlOperations[V]['takes'] };
}[Verb];
export type ControlAnswer = { readonly id: number; readonly gives: unknown } | { readonly id: number; readonly problem: string };
