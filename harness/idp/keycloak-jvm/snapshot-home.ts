/** A home folder for one server: libraries and configuration borrowed from the snapshot, data of its own. */
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

const borrowed = ['lib', 'conf', 'providers', 'themes'] as const;

/** What of a snapshot a home is made from. */
type Seed = { readonly installation: string; readonly data: string };

/** Makes `home` anew, seeded. Takes some milliseconds: only the database is copied. */
export async function seedHome({ installation, data }: Seed, home: string): Promise<void> {
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  for (const name of borrowed) await symlink(join(installation, name), join(home, name), 'junction');
  await cp(data, join(home, 'data'), { recursive: true, preserveTimestamps: true });
}
