/** The audit log: append-only lines, each bound to the one before by its hash, on disk before the answer leaves (G-04, B-11). Threat: a record that is dropped, edited, moved or never written. */
import { createHash } from 'node:crypto';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import type { AuditEntry, AuditLog, Clock } from './ports.ts';

export type ChainedAuditLog = AuditLog & {
  readonly file: string;
  /** The hash of the newest record, for an anchor kept elsewhere. */
  head(): string;
  close(): Promise<void>;
};

export const genesis = '0'.repeat(64);

/** Opens the log in `file` and goes on from its last record. Throws when the file ends in half a record: it is evidence, and a person decides. */
export async function chainedAuditLog(file: string, clock: Clock): Promise<ChainedAuditLog> {
  let { sequence, previous } = await lastRecord(file);
  const handle = await open(file, 'a', 0o600);
  const pending: { line: string; settle: PromiseWithResolvers<void> }[] = [];
  let writing: Promise<void> | undefined;

  const append = (entry: AuditEntry): Promise<void> => {
    sequence += 1;
    const unsigned = JSON.stringify({ sequence, atMs: clock.now(), ...inOrder(entry), previous });
    previous = createHash('sha256').update(unsigned).digest('hex');
    const settle = Promise.withResolvers<void>();
    pending.push({ line: `${unsigned.slice(0, -1)},"hash":"${previous}"}\n`, settle });
    writing ??= flush(handle, pending, () => {
      writing = undefined;
    });
    return settle.promise;
  };
  return { file, append, head: () => previous, close: async () => void (await writing?.catch(() => {}), await handle.close()) };
}

const inOrder = ({ reference, event, code, actor, peer, facts }: AuditEntry) => ({ reference, event, code, actor, peer, facts });

/** Writes what waits, in order, with one fsync for each batch. A batch that cannot be written rejects everyone in it. `idle` is called in the same turn in which nothing waits any more. */
async function flush(handle: FileHandle, pending: { line: string; settle: PromiseWithResolvers<void> }[], idle: () => void): Promise<void> {
  while (pending.length > 0) {
    const batch = pending.splice(0);
    try {
      await handle.write(batch.map(({ line }) => line).join(''));
      await handle.sync();
      for (const { settle } of batch) settle.resolve();
    } catch (error) {
      for (const { settle } of [...batch, ...pending.splice(0)]) settle.reject(error);
    }
  }
  idle();
}

async function lastRecord(file: string): Promise<{ sequence: number; previous: string }> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (text === '') return { sequence: 0, previous: genesis };
  if (!text.endsWith('\n')) throw new Error(`the audit log ${file} ends in half a record: keep it as evidence, and start a new file`);
  const last = JSON.parse(text.slice(text.lastIndexOf('\n', text.length - 2) + 1)) as { sequence: number; hash: string };
  return { sequence: last.sequence, previous: last.hash };
}
