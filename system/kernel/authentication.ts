/** What the ingress asks once for each request, and what it may be told: the contract of the authentication service and of break-glass. */
import { z } from 'zod';

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
  again: z.literal(true).optional().describe('a stream or a web socket goes on: its session is not used by this, and must live'),
  mayBeLedToSignIn: z.boolean().describe("a person's navigation may be led to a sign-in page; anything else is refused"),
});
export type AuthenticationQuestion = Readonly<z.infer<typeof authenticationQuestionSchema>>;

const code = z.templateLiteral([z.string(), '.', z.string(), '.', z.string()]);
const cites = z.array(z.string()).readonly();
export const authenticationAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('allowed'), context: z.string().min(1), actor: z.string() }).readonly(),
  z
    .strictObject({
      kind: z.literal('refused'),
      code,
      cites,
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).readonly(),
    })
    .readonly(),
  z.strictObject({ kind: z.literal('sign-in'), code, cites, location: z.string(), cookies: z.array(z.string()).readonly() }).readonly(),
]);
export type AuthenticationAnswer = z.infer<typeof authenticationAnswerSchema>;

export const decidePath = '/decide';
export const decideTimeoutMs = 5_000;

/** Cookie names, each on its own host only (S3, S7). */
export const sessionCookies = { host: '__Host-session', singleSignOn: '__Host-sso', breakGlass: '__Host-break-glass' } as const;
