/** What the Support Desk asks break-glass for, and what it may be told: the contract of a registration link (D-04, D-05). */
import { z } from 'zod';

export const registrationLinkPath = '/registration-links';
const name = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/);

export const linkRequestSchema = z.strictObject({ account: name, operator: name });
export type LinkRequest = z.output<typeof linkRequestSchema>;

/** `token` is the one-time secret; `link` is what records call it; `to` is the account's registered address, and the only one that it may go to. */
export const linkAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issued'), token: z.string(), to: z.string(), link: z.string(), endsAtMs: z.number() }),
  z.strictObject({ kind: z.literal('refused'), code: z.templateLiteral([z.string(), '.', z.string(), '.', z.string()]) }),
]);
export type LinkAnswer = z.output<typeof linkAnswerSchema>;
