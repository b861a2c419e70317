/** The settings of break-glass: each with its default, its unit and its source. Read once, at the start. */
import { z } from 'zod';
import { addressListProblems } from '../../kernel/address-list.ts';

const minuteMs = 60_000;
const aaguid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'an AAGUID is a lower-case UUID');

/** Argon2id. RFC 9106 §4, second recommended option; the OWASP Password Storage Cheat Sheet names 19,456 KiB and 2 passes as the least. */
const argon2 = z.strictObject({
  memoryKiB: z.int().min(8).default(65_536),
  passes: z.int().min(1).default(3),
  lanes: z.int().min(1).default(4),
});

export const breakGlassConfigSchema = z.strictObject({
  /** Name of the cloud, as in its context tokens. */
  cloud: z.string().min(1),
  /** The only host: origin and RP ID of every ceremony (S15). */
  adminHost: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name, without scheme or port'),
  /** Where sign-in and registration may come from; an empty list means nobody (B-07, B-08). */
  ranges: z.array(z.string()).superRefine((ranges, context) => {
    for (const message of addressListProblems(ranges)) context.addIssue({ code: 'custom', message });
  }),
  /** Accepted models, each with its maker's roots (PEM); an empty list refuses to start (S15). */
  authenticators: z.array(z.strictObject({ aaguid, name: z.string().min(1), rootsPem: z.array(z.string()).min(1) })).min(1),
  argon2: argon2.prefault({}),
  /** Ours: long enough to mend the settings, short enough to end by itself (G-03). */
  sessionAbsoluteMs: z
    .int()
    .positive()
    .default(30 * minuteMs),
  /** NIST SP 800-63B-4 §2.3.3 ends a session after 15 idle minutes at AAL3; ours is stricter (G-03). */
  sessionIdleMs: z
    .int()
    .positive()
    .default(10 * minuteMs),
  /** D-04. */
  linkLifetimeMs: z
    .int()
    .positive()
    .default(60 * minuteMs),
  /** WebAuthn L3 §13.4.3 asks for a challenge that is used once; five minutes is the recommended longest wait of §15.1. */
  ceremonyLifetimeMs: z
    .int()
    .positive()
    .default(5 * minuteMs),
  /** Every refused submission leaves at this time after its arrival, or at the next multiple of it (S14). */
  refusalDeadlineMs: z.int().positive().default(400),
});

export type BreakGlassConfigInput = z.input<typeof breakGlassConfigSchema>;
export type BreakGlassConfig = z.output<typeof breakGlassConfigSchema>;
