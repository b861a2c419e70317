/** The store port on SQLite: one table of JSON values, each part with a file (or memory image) of its own. */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Store } from './ports.ts';

export type SqliteStore = Store & {
  /** The whole store as bytes, and back: how a world returns to its provisioned state. */
  image(): Uint8Array;
  restore(image: Uint8Array): void;
  close(): void;
};

/** Opens (or makes) the store in `file`; `:memory:` keeps it in memory. */
export function sqliteStore(file: string): SqliteStore {
  const database = new DatabaseSync(file);
  database.exec(
    'CREATE TABLE IF NOT EXISTS item (collection TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (collection, key)) STRICT',
  );
  return {
    ...operations(database),
    image: () => database.serialize(),
    restore: (image) => replaceAll(database, image),
    close: () => database.close(),
  };
}

/** In one transaction, so that a store in a file stays in its file and is never half restored. */
function replaceAll(database: DatabaseSync, image: Uint8Array): void {
  const source = new DatabaseSync(':memory:');
  source.deserialize(image);
  const rows = source.prepare('SELECT collection, key, value FROM item').all() as { collection: string; key: string; value: string }[];
  source.close();
  atomically(database, () => {
    database.exec('DELETE FROM item');
    const insert = database.prepare('INSERT INTO item VALUES (?, ?, ?)');
    for (const { collection, key, value } of rows) insert.run(collection, key, value);
  });
}

function atomically<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function operations(database: DatabaseSync): Store {
  const parsed = (row: unknown): unknown => (row === undefined ? undefined : JSON.parse((row as { value: string }).value));
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const run = (sql: string, ...values: string[]): unknown => prepared(sql).get(...values);
  return {
    get: <Value>(collection: string, key: string) =>
      parsed(run('SELECT value FROM item WHERE collection = ? AND key = ?', collection, key)) as Value | undefined,
    put: (collection, key, value) =>
      void run(
        'INSERT INTO item VALUES (?, ?, ?) ON CONFLICT (collection, key) DO UPDATE SET value = excluded.value',
        collection,
        key,
        JSON.stringify(value),
      ),
    take: <Value>(collection: string, key: string) =>
      parsed(run('DELETE FROM item WHERE collection = ? AND key = ? RETURNING value', collection, key)) as Value | undefined,
    delete: (collection, key) => void run('DELETE FROM item WHERE collection = ? AND key = ?', collection, key),
    list: <Value>(collection: string, { offset, limit } = { offset: 0, limit: -1 }) =>
      prepared('SELECT key, value FROM item WHERE collection = ? ORDER BY key LIMIT ? OFFSET ?')
        .all(collection, limit, offset)
        .map((row) => ({ key: (row as { key: string }).key, value: parsed(row) as Value })),
    count: (collection) => (run('SELECT count(*) AS items FROM item WHERE collection = ?', collection) as { items: number }).items,
    atomically: (work) => atomically(database, work),
  };
}
