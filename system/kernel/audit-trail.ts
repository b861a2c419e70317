/** Reads the audit log back, the newest record first and a page at a time: for people who look something up. Whether the chain is whole is another's question. */
import { type FileHandle, open } from 'node:fs/promises';
import { linesBackwards } from './lines-backwards.ts';
import type { AuditEntry } from './ports.ts';

export type AuditRecord = AuditEntry & { readonly sequence: number; readonly atMs: number };
export type TrailQuestion = {
  /** At most so many records. */
  readonly limit: number;
  /** Where an earlier page ended; the newest record when absent. A place in the file: what is no such place finds nothing. */
  readonly before?: number | undefined;
  /** Which records are wanted; all when absent. */
  readonly wanted?: (record: AuditRecord) => boolean;
};
/** `older` is where the next page begins; undefined when there is nothing before it. */
export type TrailPage = { readonly records: readonly AuditRecord[]; readonly older: number | undefined };
export type AuditTrail = { page(question: TrailQuestion): Promise<TrailPage> };

/** Of one page: whoever looks for something rare goes on from where it ended. */
const maxReadBytes = 8 * 1024 * 1024;

/** Of the log in `file`; a file that is not there is an empty one. Lines that cannot be read are left out. */
export const auditTrail = (file: string): AuditTrail => ({
  page: async (question) => {
    const handle = await open(file, 'r').catch(() => undefined);
    if (!handle) return { records: [], older: undefined };
    try {
      return await read(handle, question);
    } finally {
      await handle.close();
    }
  },
});

async function read(handle: FileHandle, { limit, before, wanted = () => true }: TrailQuestion): Promise<TrailPage> {
  const { size } = await handle.stat();
  const from = Math.min(before ?? size, size);
  const records: AuditRecord[] = [];
  for await (const { text, startsAt } of linesBackwards(handle, from)) {
    const record = recordOf(text);
    if (record && wanted(record)) records.push(record);
    if (startsAt > 0 && (records.length >= limit || from - startsAt >= maxReadBytes)) return { records, older: startsAt };
  }
  return { records, older: undefined };
}

function recordOf(line: string): AuditRecord | undefined {
  try {
    const { sequence, atMs, reference, event, code, actor, peer, facts } = JSON.parse(line) as AuditRecord;
    return { sequence, atMs, reference, event, code, actor, peer, facts };
  } catch {
    return undefined;
  }
}
