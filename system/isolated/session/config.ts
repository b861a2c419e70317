/** The limits of people's sessions: what a new cloud begins with, and the bounds within which its admins may move them (M-10). Read once, at the start. */
import { z } from 'zod';

const hourSeconds = 3_600;
const bounds = (least: number, most: number) =>
  z
    .strictObject({ least: z.int().positive().default(least), most: z.int().positive().default(most) })
    .refine(({ least: low, most: high }) => low <= high, 'the least is more than the most')
    .prefault({});

const boundsSchema = z
  .strictObject({
    absoluteSeconds: bounds(300, 24 * hourSeconds).describe('NIST SP 800-63B-4 §2.2.3 allows 24 h at AAL2'),
    idleSeconds: bounds(60, hourSeconds).describe('NIST SP 800-63B-4 §2.2.3 allows 1 h at AAL2'),
    perPerson: bounds(1, 50).describe('NIST SP 800-53 AC-10 leaves the number to the organisation'),
  })
  .prefault({});

export const sessionsConfigSchema = z
  .strictObject({
    absoluteSeconds: z
      .int()
      .positive()
      .default(12 * hourSeconds)
      .describe('seconds from sign-in to the end, whatever happens'),
    idleSeconds: z.int().positive().default(hourSeconds).describe('seconds without a request'),
    perPerson: z.int().positive().default(10).describe('single sign-on sessions of one person at once; one more ends the oldest'),
    bounds: boundsSchema.describe('what org admins may choose from'),
  })
  .superRefine(({ bounds: allowed, ...limits }, context) => {
    for (const name of ['absoluteSeconds', 'idleSeconds', 'perPerson'] as const)
      if (limits[name] < allowed[name].least || limits[name] > allowed[name].most)
        context.addIssue({ code: 'custom', path: [name], message: 'outside the bounds that its admins are held to' });
    if (limits.idleSeconds > limits.absoluteSeconds)
      context.addIssue({ code: 'custom', path: ['idleSeconds'], message: 'longer than the absolute limit' });
  });
export type SessionsConfigInput = z.input<typeof sessionsConfigSchema>;
export type SessionsConfig = z.output<typeof sessionsConfigSchema>;
