/** A home folder for one server: libraries and configuration borrowed from the snapshot, data of its own. */
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from './snapshot-store.ts';

const borrowed = ['lib', 'conf', 'providers', 'themes'] as const;

/** Makes `home` anew, seeded. Takes some milliseconds: only the database is copied. */
export async function seedHome({ installation, data }: Pick<Snapshot, 'installation' | 'data'>, home: string): Promise<void> {
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  for (const name of borrowed) await symlink(join(installation, name), join(home, name), 'junction');
  await cp(data, join(home, 'data'), { recursive: true, preserveTimestamps: true });
}
