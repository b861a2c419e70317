/** A zone's audit log, whose head is told to whoever keeps the anchor. */
import type { AuditLog, AuditTrail } from '../../../system/index.ts';
import { chainedAuditLog } from '../../../system/kernel/audit-chain.ts';
import type { Surroundings } from './zone.ts';

export type ZoneAudit = AuditLog & { readonly trail: AuditTrail; close(): Promise<void> };

/** Goes on from the last record in `file`. Rejects when the file ends in half a record. */
export async function openZoneAudit(file: string, { clock, audited }: Pick<Surroundings, 'clock' | 'audited'>): Promise<ZoneAudit> {
  const log = await chainedAuditLog(file, clock);
  return {
    append: async (entry) => {
      await log.append(entry);
      audited(log.head());
    },
    trail: log.trail,
    close: log.close,
  };
}
