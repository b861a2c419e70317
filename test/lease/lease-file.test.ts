/** What a lease may remove, and what becomes of what cannot be removed now. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endLeased } from '../../harness/lease/end-leased.js';
import { openLease } from '../../harness/lease/index.ts';
import { mayBeRemoved, readLeaseFile, writeLeaseFile } from '../../harness/lease/lease-file.js';

let cacheFolder = '';
beforeEach(() => {
  cacheFolder = mkdtempSync(join(tmpdir(), 'tempered-lease-test-'));
});
afterEach(() => rmSync(cacheFolder, { recursive: true, force: true }));

const leases = (): readonly string[] => readdirSync(join(cacheFolder, 'leases'));

test.each([
  '/',
  homedir(),
  tmpdir(),
  join(tmpdir(), '..'),
  `${tmpdir()}/../etc`,
  `${tmpdir()}/`,
  'tempered-relative',
  '/usr/lib',
  7,
  undefined,
])('no lease ever removes %s', (folder) => expect(mayBeRemoved(folder)).toBe(false));

test.each([join(tmpdir(), 'some-profile'), join(tmpdir(), 'a', 'b'), '/var/cache/tempered-run-1'])('a lease may remove %s', (folder) =>
  expect(mayBeRemoved(folder)).toBe(true),
);

test('a folder that may not be removed cannot be leased, and a damaged lease file is read without it', async () => {
  const lease = await openLease({ cacheFolder });
  expect(() => lease.folder(homedir())).toThrow(/below the temporary folder/);
  await lease.close();
  const file = join(cacheFolder, 'damaged.json');
  const gone = { pid: 2 ** 22 + 1, startedAt: '1' };
  const processes = [{ pid: 1, startedAt: '1' }, { pid: -1, startedAt: '1' }, { pid: 77 }];
  writeFileSync(
    file,
    JSON.stringify({ form: 'tempered-lease/1', owner: gone, keeper: gone, processes, containers: ['--all'], folders: [homedir()] }),
  );
  expect(readLeaseFile(file)).toMatchObject({ processes: [], containers: [], folders: [] });
  writeFileSync(file, '{"form":');
  expect(readLeaseFile(file)).toBeUndefined();
}, 40_000);

/** A `docker` that writes down how it was called, and ends as told. */
function engine(ending: string): { readonly calls: () => string; readonly restore: () => void } {
  const [place, log, path] = [join(cacheFolder, 'bin'), join(cacheFolder, 'calls'), process.env.PATH];
  mkdirSync(place);
  writeFileSync(join(place, 'docker'), `#!/bin/sh\necho "$@" >> '${log}'\n${ending}\n`, { mode: 0o755 });
  process.env.PATH = `${place}:${path}`;
  return { calls: () => readFileSync(log, 'utf8'), restore: () => Object.assign(process.env, { PATH: path }) };
}

test.skipIf(process.platform === 'win32')('a leased container is removed with its volumes', async () => {
  const { calls, restore } = engine('exit 0');
  try {
    const lease = await openLease({ cacheFolder });
    lease.container('dc7f2cc92302');
    await lease.close();
    expect(calls()).toBe('rm --force --volumes dc7f2cc92302\n');
    expect(leases()).toEqual([]);
  } finally {
    restore();
  }
});

test.skipIf(process.platform === 'win32')('a container that is there only after its run was killed is waited for and removed', async () => {
  const log = join(cacheFolder, 'calls');
  const { calls, restore } = engine(`[ $(wc -l < '${log}') -ge 3 ] && exit 0; echo 'Error: No such container: tempered-late' >&2; exit 1`);
  const nobody = { pid: 2, startedAt: 'long ago' };
  const content = { owner: nobody, keeper: nobody, processes: [], containers: ['tempered-late'], folders: [] };
  try {
    expect(await endLeased(content, { lateMs: 0 })).toMatchObject({ containers: [] });
    expect(calls()).toBe('rm --force --volumes tempered-late\n');
    expect(await endLeased(content, { lateMs: 15_000 })).toMatchObject({ containers: [] });
    expect(calls()).toBe('rm --force --volumes tempered-late\n'.repeat(3));
  } finally {
    restore();
  }
});

test.skipIf(process.platform === 'win32')(
  'what cannot be ended is told, stays in the lease file, and holds no later start up',
  async () => {
    const { calls, restore } = engine('echo "Cannot connect to the Docker daemon" >&2; exit 1');
    try {
      const lease = await openLease({ cacheFolder });
      lease.container('dc7f2cc92302');
      await expect(lease.close()).rejects.toThrow(/could not end everything/);
      const [name = ''] = leases();
      const file = join(cacheFolder, 'leases', name);
      const left = readLeaseFile(file);
      if (left === undefined) throw new Error('no lease file is left');
      // As if this run were dead by now.
      writeLeaseFile(file, { ...left, owner: { pid: 2 ** 22 + 1, startedAt: '1' } });
      await (await openLease({ cacheFolder })).close();
      expect(calls().split('\n').filter(Boolean)).toHaveLength(2);
      expect(leases()).toEqual([name]);
    } finally {
      restore();
    }
  },
);
