/** Fetches one artefact by Maven, whose settings know the mirrors of this machine, into the project's cache. */
import { spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export type Artefact = { readonly group: string; readonly name: string; readonly version: string; readonly type: 'zip' | 'jar' };

const onWindows = process.platform === 'win32';
const timeoutMs = 10 * 60_000;

export const fileNameOf = ({ name, version, type }: Artefact): string => `${name}-${version}.${type}`;
const coordinateOf = ({ group, name, version, type }: Artefact): string => `${group}:${name}:${version}:${type}`;

/** True when a `mvn` stands on the PATH. Starts nothing. */
export async function mavenIsHere(path = process.env.PATH ?? ''): Promise<boolean> {
  const found = await Promise.all(path.split(delimiter).map((folder) => exists(join(folder, onWindows ? 'mvn.cmd' : 'mvn'))));
  return found.includes(true);
}

export const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** The artefact's file in `folder`, fetched when it is not there yet. It appears whole or not at all. Rejects with Maven's last words. */
export async function fetchByMaven(artefact: Artefact, folder: string): Promise<string> {
  const file = join(folder, fileNameOf(artefact));
  if (await exists(file)) return file;
  await mkdir(folder, { recursive: true });
  const landing = await mkdtemp(join(folder, 'fetching-'));
  try {
    await runMaven(artefact, landing);
    await rename(join(landing, fileNameOf(artefact)), file);
  } finally {
    await rm(landing, { recursive: true, force: true });
  }
  return file;
}

/** The destination is the working folder, so that no path passes through a shell. Checksums are demanded. */
function runMaven(artefact: Artefact, landing: string): Promise<void> {
  const args = ['-q', '-B', '-C', 'dependency:copy', `-Dartifact=${coordinateOf(artefact)}`, '-DoutputDirectory=.'];
  const child = spawn('mvn', args, { cwd: landing, shell: onWindows, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`Maven could not fetch ${coordinateOf(artefact)}: ${lastWords(said)}`)),
    );
  });
}

/** The first complaint, without credentials that an address may carry. */
function lastWords(said: readonly string[]): string {
  const complaint = said
    .join('')
    .split('\n')
    .find((line) => line.includes('ERROR') && line.trim().length > 10);
  return (complaint ?? 'it gave no reason').replaceAll(/\/\/[^/@\s]+@/g, '//').trim();
}
