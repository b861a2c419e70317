/** Who stands on a prepared snapshot. The operating system holds the mark for the process and takes it back when it ends, however it ends: a snapshot is never removed from under a server, and never kept for one that was killed. */
import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The file that makes a snapshot count; its time says when it was last used. */
export const markerName = 'made.json';
const lockName = 'in-use.lock';
/** SQLITE_BUSY. https://www.sqlite.org/rescode.html#busy */
const busy = 5;

/** An empty SQLite database: one that reads holds it with all others that read, and keeps out whoever wants it alone. */
function held(folder: string, how: 'shared' | 'alone'): { leave(): void } | 'busy' {
  const database = new DatabaseSync(join(folder, lockName), { timeout: 0 });
  try {
    database.exec(how === 'alone' ? 'BEGIN EXCLUSIVE' : 'BEGIN');
    if (how === 'shared') database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return { leave: () => database.close() };
  } catch (error) {
    database.close();
    if ((error as { readonly errcode?: unknown }).errcode === busy) return 'busy';
    throw error;
  }
}

/** Until `leave` nobody removes it. Undefined when it is gone, or about to be. A cache that cannot be written to needs no mark: nothing is removed from there. */
export async function standOn(folder: string): Promise<{ leave(): void } | undefined> {
  const mark = lenient(() => held(folder, 'shared'));
  if (mark === 'busy') return undefined;
  const whole = await utimes(join(folder, markerName), new Date(), new Date()).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
  if (whole) return mark ?? { leave: () => {} };
  mark?.leave();
  return undefined;
}

function lenient<Result>(attempt: () => Result): Result | undefined {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}

/** Removes it unless somebody stands on it. The marker goes first: who comes meanwhile finds no snapshot. False when it stays. */
export async function removeUnlessUsed(folder: string): Promise<boolean> {
  const mark = lenient(() => held(folder, 'alone'));
  if (mark === undefined || mark === 'busy') return false;
  try {
    await rm(join(folder, markerName), { force: true });
  } finally {
    mark.leave();
  }
  await rm(folder, { recursive: true, force: true });
  return true;
}
