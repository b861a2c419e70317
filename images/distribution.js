/** Finds the Keycloak distribution (a folder, the project's cache, or Maven) and unpacks it for the image. */
import { chmodSync, copyFileSync, cpSync, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheFolder } from '../harness/setup/cache-folder.js';
import { askedOf, BuildProblem, runStep } from './step.js';

/** Fills `into` with the distribution of exactly `version`. Rejects with a `BuildProblem` that names the three ways to have it. */
export async function obtainDistribution({ version, into, scratch, say }) {
  const home = process.env.TEMPERED_KEYCLOAK_HOME;
  if (home) {
    say(`taking the distribution of TEMPERED_KEYCLOAK_HOME`);
    copyHome(home, version, into);
  } else {
    await unpack(findArchive(version, scratch, say), `keycloak-${version}/`, into);
  }
  if (!existsSync(path.join(into, 'bin', 'kc.sh')))
    throw new BuildProblem('what was found is not a Keycloak distribution: no bin/kc.sh in it');
}

/** Its database and logs stay behind: the image starts empty. */
function copyHome(home, version, into) {
  const stated = path.join(home, 'version.txt');
  const found = existsSync(stated) ? readFileSync(stated, 'utf8').trim() : 'no version.txt';
  if (!found.endsWith(version)) throw new BuildProblem(`TEMPERED_KEYCLOAK_HOME must hold Keycloak ${version}, but says: ${found}`);
  const data = path.join(path.resolve(home), 'data');
  cpSync(path.resolve(home), into, { recursive: true, preserveTimestamps: true, filter: (source) => source !== data });
}

function findArchive(version, scratch, say) {
  const name = `keycloak-quarkus-dist-${version}.zip`;
  const cached = path.join(cacheFolder(), 'keycloak', 'distributions', name);
  if (existsSync(cached)) return cached;
  if (askedOf('mvn', ['--version']) === undefined) {
    throw new BuildProblem(
      `no Keycloak ${version} at hand. Set TEMPERED_KEYCLOAK_HOME to its unpacked distribution, or put ${name} into ${path.dirname(cached)}, or install Maven`,
    );
  }
  say(`fetching Keycloak ${version} with Maven`);
  const artifact = `org.keycloak:keycloak-quarkus-dist:${version}:zip`;
  runStep('mvn', ['-q', '-B', '-C', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${scratch}`], scratch);
  keepInCache(path.join(scratch, name), cached);
  return cached;
}

/** Under its final name it is whole: a copy that was interrupted keeps another one. */
function keepInCache(fetched, cached) {
  const landing = `${cached}.${process.pid}`;
  mkdirSync(path.dirname(cached), { recursive: true });
  copyFileSync(fetched, landing);
  renameSync(landing, cached);
}

/** Unpacks what lies under `prefix`, with modes and times kept: Keycloak compares them, and kc.sh must stay executable. */
async function unpack(archive, prefix, into) {
  const { default: yauzl } = await import('yauzl').catch(() => {
    throw new BuildProblem('the project is not set up yet: run npm ci first');
  });
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.startsWith(prefix)) await unpackEntry(zip, entry, path.join(into, entry.fileName.slice(prefix.length)));
  }
}

async function unpackEntry(zip, entry, target) {
  if (entry.fileName.endsWith('/')) return void mkdirSync(target, { recursive: true, mode: 0o775 });
  mkdirSync(path.dirname(target), { recursive: true });
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
  const mode = (entry.externalFileAttributes >>> 16) & 0o777;
  chmodSync(target, mode || 0o644);
  utimesSync(target, entry.getLastModDate(), entry.getLastModDate());
}
