/** Prepared snapshots neither pile up nor vanish from under a server. Their folders here hold markers and nothing else: what is in them is another test's. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discard, newSnapshotFolder, publish, removeOld } from '../harness/idp/keycloak-jvm/snapshot-store.ts';
import { markerName, removeUnlessUsed, standOn } from '../harness/idp/keycloak-jvm/snapshot-use.ts';

let store: string;
const atEnd: (() => unknown)[] = [];
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'tempered-snapshots-'));
});
afterEach(async () => {
  for (const end of atEnd.splice(0)) await end();
  await rm(store, { recursive: true, force: true });
});

/** A whole snapshot of `key`, used last at `usedAtSeconds`. */
async function published(key: string, usedAtSeconds: number): Promise<string> {
  const folder = await newSnapshotFolder(store, key);
  await Promise.all(
    ['data', join('installation', 'lib', 'quarkus'), join('installation', 'providers')].map((name) =>
      mkdir(join(folder, name), { recursive: true }),
    ),
  );
  await writeFile(join(folder, 'pool.json'), '{}');
  await publish(folder, { movesClock: true });
  await utimes(join(folder, markerName), usedAtSeconds, usedAtSeconds);
  return folder;
}
const keysLeft = async (): Promise<readonly string[]> => (await readdir(store)).map((name) => name.slice(0, 'recipe-0'.length)).toSorted();

/** A process that stands on the snapshot until it is killed. */
async function standingProcess(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'samples', 'snapshot-user.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  atEnd.push(() => child.kill('SIGKILL'));
  if (child.stdout) await once(child.stdout, 'data');
  return child;
}

test('of other recipes the one that was used last stays, of our own every one', async () => {
  await published('recipe-1', 1_000);
  await published('recipe-2', 3_000);
  await published('recipe-3', 2_000);
  await published('recipe-4', 500);
  await published('recipe-4', 400);
  await removeOld(store, 'recipe-4');
  expect(await keysLeft()).toEqual(['recipe-2', 'recipe-4', 'recipe-4']);
});

test('one that a run stands on stays until the run has left, or was killed', async () => {
  await published('recipe-1', 9_000);
  const used = await published('recipe-2', 1_000);
  const here = await standOn(used);
  const elsewhere = await standingProcess(used);
  await utimes(join(used, markerName), 1_000, 1_000);
  await removeOld(store, 'recipe-9');
  expect(await keysLeft()).toEqual(['recipe-1', 'recipe-2']);
  here?.leave();
  await removeOld(store, 'recipe-9');
  expect(await keysLeft()).toEqual(['recipe-1', 'recipe-2']);
  elsewhere.kill('SIGKILL');
  await once(elsewhere, 'exit');
  await removeOld(store, 'recipe-9');
  expect(await keysLeft()).toEqual(['recipe-1']);
});

test('standing on one makes it the one that was used last', async () => {
  await published('recipe-1', 9_000);
  const used = await published('recipe-2', 1_000);
  (await standOn(used))?.leave();
  await removeOld(store, 'recipe-9');
  expect(await keysLeft()).toEqual(['recipe-2']);
});

test('nobody stands on one that is gone or was discarded', async () => {
  const [gone, discarded] = [await published('recipe-1', 1_000), await published('recipe-2', 1_000)];
  expect(await removeUnlessUsed(gone)).toBe(true);
  expect(existsSync(gone)).toBe(false);
  await discard(discarded);
  expect([await standOn(gone), await standOn(discarded)]).toEqual([undefined, undefined]);
});
