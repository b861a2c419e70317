/** What the ingress asks once for each request, and what it may be told: the contract of the authentication service and of break-glass. */
import { z } from 'zod';
import type { SafeFacts } from './refusal.ts';
import type { RefusalCode } from './rule.ts';

export const authenticationQuestionSchema = z.strictObject({
  reference: z.string(),
  host: z.string(),
  audience: z.string().describe('the product behind the route: the audience of the user context token'),
  returnTo: z.string().describe('path and query to come back to after a sign-in'),
  session: z
    .string()
    .optional()
    .describe("the value of the one session cookie that the answerer reads; nothing else of the visitor's cookies"),
  peer: z.string(),
  mayBeLedToSignIn: z.boolean().describe("a person's navigation may be led to a sign-in page; anything else is refused"),
});
export type AuthenticationQuestion = Readonly<z.infer<typeof authenticationQuestionSchema>>;

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
