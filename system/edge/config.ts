/** The settings of the edge's limits: each with its default and unit, unknown keys refused. */
import { z } from 'zod';

export const edgeLimitsSchema = z.strictObject({
  headWithinMs: z
    .int()
    .positive()
    .default(10_000)
    .describe('from the first byte of a request, or of its connection, until its head is whole'),
  bodyWithinMs: z.int().positive().default(15_000).describe('from the head of a request until its body is whole'),
  connections: z.int().positive().default(4_096).describe('open at once, in all'),
  connectionsOfPeer: z.int().positive().default(256).describe('open at once, from one address'),
});
export type EdgeLimits = z.output<typeof edgeLimitsSchema>;
export type EdgeLimitsInput = z.input<typeof edgeLimitsSchema>;
