/** What earlier runs left behind, without touching it: the next run ends it. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readLeaseFile } from './lease-file.js';
import { runs } from './process-table.js';

/** `running`: leases of runs that go on beside this one. `dead`: leases whose run and keeper are both gone. `unreadable`: files that are no leases. */
export type LeaseSurvey = { readonly running: number; readonly dead: number; readonly unreadable: readonly string[] };

/** Looks only. A folder that does not exist yet holds nothing. */
export async function surveyLeases({ cacheFolder }: { readonly cacheFolder: string }): Promise<LeaseSurvey> {
  const folder = join(cacheFolder, 'leases');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  const read = names.map((name) => ({ path: join(folder, name), content: readLeaseFile(join(folder, name)) }));
  const live = read.filter(({ content }) => content !== undefined && (runs(content.owner) || runs(content.keeper)));
  return {
    running: live.length,
    dead: read.filter(({ content }) => content !== undefined).length - live.length,
    // A run that ended while we looked took its lease with it.
    unreadable: read.filter(({ path, content }) => content === undefined && existsSync(path)).map(({ path }) => path),
  };
}
