/** What the cloud gives to the authentication service, and what both protocols share of it. */
import { type Answer, hostCookie } from '../../kernel/answer.ts';
import { sessionCookies } from '../../kernel/authentication.ts';
import type { ContextSigner } from '../../kernel/context-signer.ts';
import type { IdpSettingsStore } from '../../kernel/idp-settings.ts';
import type { AuditLog, Clock, Log, Outbound, Random, Store } from '../../kernel/ports.ts';
import type { SessionEnds, Sessions } from '../../kernel/sessions.ts';
import type { Vouched } from './vouched.ts';

export type Parts = {
  readonly cloud: string;
  readonly loginOrigin: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly outbound: Outbound;
  readonly audit: AuditLog;
  readonly log: Log;
  readonly settings: Pick<IdpSettingsStore, 'current'>;
  readonly sessions: Sessions & Pick<SessionEnds, 'endByIdpSession' | 'meantByIdp'>;
  readonly signer: ContextSigner;
  /** By the directory; throws its refusal when it does not let this person in. `email`: as the identity provider gave it. */
  subjectOf(identity: { readonly issuer: string; readonly idpSubject: string }, given?: { readonly email?: string | undefined }): string;
  /** Only for test sign-ins: what is done instead of signing the person on. */
  readonly signedInForTest?: (vouched: Vouched) => Answer;
  /** The domain allowlist (S18). */
  allows(url: URL): boolean;
};

/** Each binds one step of a sign-in to the browser that began it. */
export const cookies = { handOver: '__Host-hand-over', signIn: '__Host-sign-in', signOut: '__Host-sign-out' } as const;

export const signOnCookie = ({ sessions }: Parts, id: string): string =>
  hostCookie(sessionCookies.singleSignOn, id, { maxAgeSeconds: sessions.absoluteSeconds, sameSite: 'Lax' });
