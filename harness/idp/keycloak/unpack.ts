/** Unpacks a zip archive and keeps time stamps and permissions: Keycloak compares the time stamps of its providers with its last build. */
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** Writes everything in `archive` below `folder`, without the archive's own top folder. Names that would leave `folder` are refused by the reader. */
export async function unpack(archive: string, folder: string): Promise<void> {
  const zip = await openPromise(archive, { autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) await unpackEntry(zip, entry, folder);
  } finally {
    zip.close();
  }
}

async function unpackEntry(zip: ZipFile, entry: Entry, folder: string): Promise<void> {
  const name = entry.fileName.split('/').slice(1).join('/');
  const path = join(folder, name);
  if (entry.fileName.endsWith('/')) return void (await mkdir(path, { recursive: true }));
  await mkdir(dirname(path), { recursive: true });
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path));
  const mode = (entry.externalFileAttributes >>> 16) & 0o777;
  if (mode !== 0) await chmod(path, mode | 0o600);
  const modified = entry.getLastModDate();
  await utimes(path, modified, modified);
}
