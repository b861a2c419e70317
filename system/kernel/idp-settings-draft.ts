/** Identity provider settings before they are in force, and after: a draft, its test sign-ins, and the versions that were in force (C-03, C-07). A draft never affects anybody but who tests it. */
import type { IdpSettings } from './idp-settings.ts';

/** How one test sign-in with a draft ended. `as`: the subject that the person would be here; undefined for somebody new. */
export type TestResult = { readonly by: string; readonly atMs: number } & (
  | { readonly ended: 'passed'; readonly as: string | undefined }
  | { readonly ended: 'refused'; readonly code: string; readonly reference: string }
);
export type SettingsDraft = {
  /** Another one after every change: what was tested is what is activated. */
  readonly id: string;
  readonly settings: IdpSettings;
  readonly savedAtMs: number;
  readonly savedBy: string;
  /** The newest first. */
  readonly tests: readonly TestResult[];
};

/** A test sign-in that was begun on AdminHub, by the hash of its secret. */
export type BegunTest = { readonly draft: string; readonly by: string; readonly startedAtMs: number; readonly used: boolean };

/** For the authentication service: it does the test sign-in. */
export type SettingsTests = {
  draft(): SettingsDraft | undefined;
  find(handle: string): BegunTest | undefined;
  /** It is done once. */
  use(handle: string): void;
  /** Noted with the draft, if that is still the one that was tested. */
  end(handle: string, result: { readonly as: string | undefined } | { readonly code: string; readonly reference: string }): void;
};

/** How a version came into force. `untested`: by break-glass, which said that it knows. */
export type CameIntoForce = 'before-history' | 'tested' | 'untested' | 'rolled-back' | 'struck-out';
export type SettingsVersion = {
  readonly number: number;
  readonly settings: IdpSettings;
  readonly atMs: number;
  readonly by: string;
  readonly how: CameIntoForce;
};

/** For AdminHub. */
export type SettingsLife = SettingsTests & {
  current(): IdpSettings | undefined;
  saveDraft(settings: IdpSettings, by: string): void;
  discardDraft(): void;
  /** The secret with which the authentication service is asked to do it. */
  beginTest(draft: string, by: string): { readonly secret: string; readonly effect: () => void };
  /** The newest first, that in force among them. */
  history(): readonly SettingsVersion[];
  /** Puts settings into force and keeps those before them. The draft is gone after it, but for a strike-out. */
  putIntoForce(settings: IdpSettings, came: { readonly by: string; readonly how: CameIntoForce }): void;
};

/** What an identity provider says of itself. */
export type IdpDescription =
  | { readonly protocol: 'oidc'; readonly issuer: string }
  | {
      readonly protocol: 'saml';
      readonly entityId: string;
      readonly ssoUrl: string;
      readonly sloUrl: string | undefined;
      readonly metadataUrl: string | undefined;
      readonly requestBinding: 'redirect' | 'post';
      readonly certificatePems: readonly string[];
    };
export type ImportFrom = { readonly address: string } | { readonly text: string };
/** `names-another-place`: readable, and leading to where the domain allowlist does not. */
export type ImportOutcome =
  | { readonly outcome: 'good'; readonly description: IdpDescription }
  | { readonly outcome: 'address-not-allowed' | 'unreachable' | 'not-readable' | 'names-another-place' };

/** What a look at the identity provider of some settings found, as `sso.idp` names it. `away`: nobody answered as it. */
export type IdpLook = { readonly discovered: string; readonly good: boolean; readonly away: boolean };
