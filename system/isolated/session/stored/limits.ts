/** The limits in force: what an org admin set last, or what the cloud began with (M-10). What cannot be read, or is out of bounds by now, does not count. */
import { z } from 'zod';
import type { Store } from '../../../kernel/ports.ts';
import { readable } from '../../../kernel/readable.ts';
import type { SessionLimits } from '../../../kernel/sessions.ts';
import { type SessionsConfig, sessionsConfigSchema } from '../config.ts';

const schema = z.strictObject({ absoluteSeconds: z.number(), idleSeconds: z.number(), perPerson: z.number() });

export type StoredLimits = { current(): SessionLimits; save(limits: SessionLimits): void };

export function limitsIn(store: Store, config: SessionsConfig): StoredLimits {
  const { bounds, ...initial } = config;
  return {
    current: () => {
      const stored = schema.safeParse(readable(store, 'session.settings', 'limits')).data;
      return stored && sessionsConfigSchema.safeParse({ ...stored, bounds }).success ? stored : initial;
    },
    save: (limits) => store.put<SessionLimits>('session.settings', 'limits', schema.parse(limits)),
  };
}
