/** One writer at a time for a file: a lock that the operating system holds for the process and takes back when it ends, however it ends. Threat: two writers that go on from one record, and a chain that forks. */
import { realpath } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';

/** Somebody writes this file already, in this process or another. */
export class FileInUse extends Error {
  override readonly name = 'FileInUse';
}

/** SQLITE_BUSY. https://www.sqlite.org/rescode.html#busy */
const busy = 5;

/** A database that nobody remembers is closed by the garbage collector, and its lock is gone: so all that are held are remembered here. */
const held = new Set<DatabaseSync>();

/**
 * Holds the lock of `file`, which must exist, until `release`: an empty SQLite database beside it, in an exclusive transaction.
 * Nothing is left to be cleared up after a crash, and no number of a process is guessed from. Throws `FileInUse`; with whatever
 * else keeps the lock from being held, and then nobody may write.
 */
export async function soleWriter(file: string): Promise<{ release(): void }> {
  const database = new DatabaseSync(`${await realpath(file)}.lock`, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { readonly errcode?: unknown }).errcode !== busy) throw error;
    throw new FileInUse(`${file} has a writer already: end that one first`, { cause: error });
  }
  held.add(database);
  return {
    release: () => {
      held.delete(database);
      database.close();
    },
  };
}
