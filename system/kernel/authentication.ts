/** What the ingress asks once for each request, and what it may be told: the contract of the authentication service and of break-glass. */
import type { SafeFacts } from './refusal.ts';
import type { RefusalCode } from './rule.ts';

export type AuthenticationQuestion = {
  readonly reference: string;
  readonly host: string;
  /** The product behind the route: the audience of the user context token. */
  readonly audience: string;
  /** Path and query to come back to after a sign-in. */
  readonly returnTo: string;
  /** The value of the one session cookie that the answerer reads; nothing else of the visitor's cookies. */
  readonly session: string | undefined;
  readonly peer: string;
  /** A person's navigation may be led to a sign-in page; anything else is refused. */
  readonly mayBeLedToSignIn: boolean;
};

export type AuthenticationAnswer =
  | { readonly kind: 'allowed'; readonly context: string; readonly actor: string }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly cites: readonly string[]; readonly facts: SafeFacts }
  | {
      readonly kind: 'sign-in';
      readonly code: RefusalCode;
      readonly cites: readonly string[];
      readonly location: string;
      readonly cookies: readonly string[];
    };

export const decidePath = '/decide';
export const decideTimeoutMs = 5_000;

/** Cookie names, each on its own host only (S3, S7). */
export const sessionCookies = { host: '__Host-session', singleSignOn: '__Host-sso', breakGlass: '__Host-break-glass' } as const;
