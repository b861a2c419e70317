/** The control channel of the embedded identity provider: what its parent process may ask of it, and what it answers. */
import type { Validity } from './certificate.ts';
import type { EmbeddedIdpConfiguration, RelyingPartyKeys, UserConfiguration } from './configuration.ts';
import type { RealmSettings } from './settings.ts';

export type UserState = {
  readonly name: string;
  readonly subject: string;
  readonly email: string | null;
  readonly enabled: boolean;
  readonly groups: readonly string[];
};

/** How a realm stands right now, for reading back. */
export type RealmState = {
  readonly signingKeyId: string;
  /** PEM. */
  readonly certificate: string;
  readonly settings: RealmSettings;
  readonly users: readonly UserState[];
  /** Names of those who have a session, once for each session. */
  readonly sessions: readonly string[];
  readonly asSeeded: boolean;
};

type InRealm<More = unknown> = { readonly realm: string } & More;
type Named<More = unknown> = InRealm<{ readonly name: string } & More>;

/** Each operation with what it takes and what it gives. */
export type ControlOperations = {
  start: { readonly takes: EmbeddedIdpConfiguration; readonly gives: { readonly port: number } };
  state: { readonly takes: InRealm; readonly gives: RealmState };
  'signing-key': { readonly takes: InRealm; readonly gives: { readonly keyId: string; readonly privateKeyPem: string } };
  /** Whatever is named is set from now on. */
  'change-settings': { readonly takes: InRealm<{ readonly change: Partial<RealmSettings> }>; readonly gives: null };
  /** The keys belong to the seeded settings from then on. */
  introduce: { readonly takes: InRealm<{ readonly keys: RelyingPartyKeys }>; readonly gives: null };
  'rotate-client-secret': { readonly takes: InRealm; readonly gives: string };
  'rotate-keys': { readonly takes: InRealm<{ readonly removeOldKeys: boolean }>; readonly gives: string };
  'add-key': { readonly takes: InRealm; readonly gives: string };
  'set-certificate-validity': { readonly takes: InRealm<{ readonly validity: Validity }>; readonly gives: null };
  /** Gives whether the new password signs in now. */
  'set-password': { readonly takes: Named<{ readonly password: string }>; readonly gives: boolean };
  'disable-user': { readonly takes: Named; readonly gives: null };
  'change-subject': { readonly takes: Named; readonly gives: string };
  'change-email': { readonly takes: Named<{ readonly email: string | null }>; readonly gives: null };
  'remove-from-groups': { readonly takes: Named; readonly gives: null };
  'create-user': { readonly takes: InRealm<{ readonly user: UserConfiguration }>; readonly gives: string };
  'remove-users': { readonly takes: InRealm; readonly gives: null };
  /** Gives how many relying parties were told, and how many of them did not take it. */
  'end-sessions': { readonly takes: Named; readonly gives: { readonly told: number; readonly failed: number } };
  revert: { readonly takes: InRealm; readonly gives: null };
  /** Sets the clock's distance from real time; gives the instant that it shows then, in milliseconds. */
  'set-clock': { readonly takes: { readonly offsetSeconds: number }; readonly gives: number };
};
export type ControlVerb = keyof ControlOperations;

export type ControlRequest<Verb extends ControlVerb = ControlVerb> = {
  [V in Verb]: { readonly id: number; readonly verb: V; readonly takes: ControlOperations[V]['takes'] };
}[Verb];
export type ControlAnswer = { readonly id: number; readonly gives: unknown } | { readonly id: number; readonly problem: string };
