/** The audit log: append-only lines, each bound to the one before by its hash, on disk before the answer leaves (G-04, B-11). Threat: a record that is dropped, edited, moved or never written. */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type AuditTrail, auditTrail } from './audit-trail.ts';
import { linesBackwards } from './lines-backwards.ts';
import type { AuditEntry, AuditLog, Clock } from './ports.ts';
import { soleWriter } from './sole-writer.ts';

export type ChainedAuditLog = AuditLog & {
  readonly file: string;
  /** To read it back. */
  readonly trail: AuditTrail;
  /** The hash of the newest record that is on disk, for an anchor kept elsewhere. */
  head(): string;
  close(): Promise<void>;
};

/** The log in a file cannot be gone on from: it is evidence now. */
export class AuditLogDamaged extends Error {
  override readonly name = 'AuditLogDamaged';
  constructor(what: string) {
    super(`${what}: keep it as evidence, and start a new file`);
  }
}

export const genesis = '0'.repeat(64);

/** Opens the log in `file` and goes on from its last record. Throws `FileInUse` when it has a writer already; `AuditLogDamaged` when the file ends in half a record, or in one that was altered: it is evidence, and a person decides. */
export async function chainedAuditLog(file: string, clock: Clock): Promise<ChainedAuditLog> {
  const { handle, newest, release } = await openAlone(file);
  let { sequence, previous } = newest;
  const queue = writeQueue(handle);
  let onDisk = previous;
  return {
    file,
    trail: auditTrail(file),
    head: () => onDisk,
    append: async (entry) => {
      const unsigned = JSON.stringify({ sequence: sequence + 1, atMs: clock.now(), ...inOrder(entry), previous });
      sequence += 1;
      const hash = createHash('sha256').update(unsigned).digest('hex');
      previous = hash;
      await queue.write(`${unsigned.slice(0, -1)},"hash":"${hash}"}\n`);
      onDisk = hash;
    },
    close: async () => {
      await queue.idle();
      await release();
    },
  };
}

type Opened = { readonly handle: FileHandle; readonly newest: Awaited<ReturnType<typeof lastRecord>>; release(): Promise<void> };

/** The last record is read only when nobody else can write one any more. */
async function openAlone(file: string): Promise<Opened> {
  const handle = await open(file, 'a', 0o600);
  const held = await soleWriter(file).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  const release = async (): Promise<void> => {
    await handle.close();
    held.release();
  };
  try {
    await syncFolderOf(file);
    return { handle, newest: await lastRecord(file), release };
  } catch (error) {
    await release();
    throw error;
  }
}

const inOrder = ({ reference, event, code, actor, peer, facts }: AuditEntry) => ({ reference, event, code, actor, peer, facts });

type Waiting = { readonly line: string; readonly settle: PromiseWithResolvers<void> };

/** Writes lines in order, with one fsync for all that wait. After the first failure nothing is accepted any more: a chain with a hole proves nothing. */
function writeQueue(handle: FileHandle): { write(line: string): Promise<void>; idle(): Promise<void> } {
  const waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0);
      try {
        // Not `write`: on a disk that fills up it may put down a part, and say so by a number only.
        await handle.appendFile(batch.map(({ line }) => line).join(''));
        await handle.sync();
        for (const { settle } of batch) settle.resolve();
      } catch (error) {
        failure ??= { error };
        for (const { settle } of [...batch, ...waiting.splice(0)]) settle.reject(error);
      }
    }
    writing = undefined;
  };
  return {
    write: (line) => {
      if (failure) return Promise.reject(failure.error);
      const settle = Promise.withResolvers<void>();
      waiting.push({ line, settle });
      writing ??= flush();
      return settle.promise;
    },
    idle: async () => void (await writing),
  };
}

async function lastRecord(file: string): Promise<{ sequence: number; previous: string }> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size === 0) return { sequence: 0, previous: genesis };
    const { buffer: last } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    if (last.toString() !== '\n') throw new AuditLogDamaged(`the audit log ${file} ends in half a record`);
    const { value: line } = await linesBackwards(handle, size).next();
    const record = line && recordIn(line.text);
    if (!record) throw new AuditLogDamaged(`the last record of the audit log ${file} was altered`);
    return record;
  } finally {
    await handle.close();
  }
}

/** Undefined when its hash is another, or it is no record at all. */
function recordIn(line: string): { sequence: number; previous: string } | undefined {
  try {
    const { hash, ...unsigned } = JSON.parse(line) as { readonly sequence: number; readonly hash: string };
    const isIts = hash === createHash('sha256').update(JSON.stringify(unsigned)).digest('hex');
    return isIts ? { sequence: unsigned.sequence, previous: hash } : undefined;
  } catch {
    return undefined;
  }
}

/** A new file is on disk only when its folder's entry is. Where the system does not sync folders, the file's own sync must do. */
async function syncFolderOf(file: string): Promise<void> {
  const folder = await open(dirname(file), 'r').catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
