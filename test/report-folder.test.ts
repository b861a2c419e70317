/** The results folder: documents arrive whole or not at all, nothing of an earlier run is lost, and every obstacle is named. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstat, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startedAt } from '../harness/lease/index.ts';
import { NoResultsFolder, pointLatest, prepareResultsFolder, runFolderName, writeResults } from '../harness/results-folder/index.ts';
import { writeWholeFile } from '../harness/results-folder/whole-file.ts';
import { sampleStartMs as startedAtMs } from './samples/scenario-samples.ts';

const place = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'tempered-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};
const problem = (code: string): Error => Object.assign(new Error(code), { code });
const documents = [
  { name: 'results.json', content: '{}\n' },
  { name: 'report.html', content: '<!doctype html>' },
];

test('a run without a named folder gets a fresh one, and two runs at once get two', async () => {
  const root = join(await place(), 'results');
  const both = await Promise.all([1, 2].map(() => prepareResultsFolder({ root, startedAtMs, seed: 7 })));
  expect(both.map(({ path }) => path.slice(root.length + 1)).toSorted()).toEqual(['2026-11-22T10-43-12Z-7', '2026-11-22T10-43-12Z-7-2']);
  expect(runFolderName(startedAtMs, 7)).toBe('2026-11-22T10-43-12Z-7');
});

test('documents arrive, and no draft is left behind', async () => {
  const { path } = await prepareResultsFolder({ root: await place(), startedAtMs, seed: 7 });
  const { paths, trouble } = await writeResults(path, documents);
  expect(trouble).toEqual([]);
  expect([...paths.values()]).toEqual([join(path, 'results.json'), join(path, 'report.html')]);
  expect((await readdir(path)).toSorted()).toEqual(['.tempered-results', 'report.html', 'results.json']);
});

test('a named folder with an earlier run, corrupt or not, is moved aside untouched', async () => {
  const root = await place();
  const out = join(root, 'mine');
  const wanted = { out, root, startedAtMs, seed: 7 };
  for (const content of ['{"schema":"temp', 'second']) {
    const { path } = await prepareResultsFolder(wanted);
    await writeFile(join(path, 'results.json'), content);
  }
  const { movedAside } = await prepareResultsFolder(wanted);
  expect(movedAside).toBe(`${out}.before-2`);
  expect(await readFile(join(`${out}.before-1`, 'results.json'), 'utf8')).toBe('{"schema":"temp');
  expect(await readFile(join(`${out}.before-2`, 'results.json'), 'utf8')).toBe('second');
  expect(await readdir(out)).toEqual(['.tempered-results']);
});

test('a named folder that a run under way writes to is refused, and stays as it is; once that run has ended it is moved aside', async () => {
  const out = await place();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const { pid = 0 } = other;
  await writeFile(join(out, '.tempered-results'), `A run of Tempered writes here.\nprocess ${pid}, started ${startedAt(pid)}\n`);
  const wanted = { out, root: out, startedAtMs, seed: 7 };
  try {
    await expect(prepareResultsFolder(wanted)).rejects.toThrow(new RegExp(`a run that is under way writes there \\(process ${pid}\\)`));
    expect(await readdir(out)).toEqual(['.tempered-results']);
  } finally {
    other.kill('SIGKILL');
    await once(other, 'exit');
  }
  const { movedAside } = await prepareResultsFolder(wanted);
  onTestFinished(() => rm(`${out}.before-1`, { recursive: true, force: true }));
  expect(movedAside).toBe(`${out}.before-1`);
  expect(await readFile(join(out, '.tempered-results'), 'utf8')).toContain(`process ${process.pid}, started `);
});

test('of two runs that name an empty folder at once, one gets it', async () => {
  const out = await place();
  const asked = await Promise.allSettled([1, 2].map(() => prepareResultsFolder({ out, root: out, startedAtMs, seed: 7 })));
  expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test("a named folder with somebody's files is refused, and they stay", async () => {
  const out = await place();
  await writeFile(join(out, 'thesis.txt'), 'mine');
  await expect(prepareResultsFolder({ out, root: out, startedAtMs, seed: 7 })).rejects.toThrow(/thesis\.txt.*--out/);
  expect(await readdir(out)).toEqual(['thesis.txt']);
});

test('a file or a dangling link in the place of the folder is named', async () => {
  const root = await place();
  await writeFile(join(root, 'file'), '');
  await symlink(join(root, 'nowhere', 'at', 'all'), join(root, 'link'));
  for (const name of ['file', 'link', join('file', 'deeper')]) {
    const asked = prepareResultsFolder({ out: join(root, name), root, startedAtMs, seed: 7 });
    await expect(asked).rejects.toThrow(NoResultsFolder);
    await expect(asked).rejects.toThrow(new RegExp(`${name}: the results folder cannot be used: .*--out`));
  }
});

test.runIf(process.platform === 'linux')('where a file system takes no folder it is said, and nothing waits for ever', async () => {
  const asked = prepareResultsFolder({ out: '/proc/no/such', root: await place(), startedAtMs, seed: 7 });
  await expect(asked).rejects.toThrow(/\/proc\/no\/such: the results folder cannot be used: .*--out/);
});

test('missing folders above the named one are made, by two runs at once', async () => {
  const root = await place();
  const asked = ['one', 'two'].map((name) => prepareResultsFolder({ out: join(root, 'a', 'b', name), root, startedAtMs, seed: 7 }));
  expect((await Promise.all(asked)).map(({ path }) => path)).toEqual([join(root, 'a', 'b', 'one'), join(root, 'a', 'b', 'two')]);
});

test('on a full disk the old document stays whole, and the new one is kept elsewhere and told', async () => {
  const folder = await place();
  const second = await place();
  await writeFile(join(folder, 'report.html'), 'old');
  const full = async (path: string, content: string | Uint8Array): Promise<void> => {
    if (path.startsWith(folder) && path.endsWith('.html')) throw problem('ENOSPC');
    await writeWholeFile(path, content);
  };
  const { paths, trouble } = await writeResults(folder, documents, { writeWhole: full, secondPlace: async () => second });
  expect(await readFile(join(folder, 'report.html'), 'utf8')).toBe('old');
  expect(paths.get('results.json')).toBe(join(folder, 'results.json'));
  expect(await readFile(paths.get('report.html') ?? '', 'utf8')).toBe('<!doctype html>');
  expect(trouble).toEqual([
    `${join(folder, 'report.html')} could not be written: the disk is full; make room. It was kept as ${join(second, 'report.html')}.`,
  ]);
});

test('when no disk takes it, that is said and nothing is thrown', async () => {
  const refuse = () => Promise.reject(problem('EACCES'));
  const { paths, trouble } = await writeResults('/r', documents, { writeWhole: refuse, secondPlace: refuse });
  expect(paths.size).toBe(0);
  expect(trouble).toHaveLength(2);
  expect(trouble[0]).toContain('this user may not write there');
});

test('a document that cannot be put in place leaves no draft', async () => {
  const folder = await place();
  await mkdir(join(folder, 'report.html', 'in the way'), { recursive: true });
  const { trouble } = await writeResults(folder, documents, { secondPlace: place });
  expect(trouble).toHaveLength(1);
  expect(trouble[0]).toContain('a folder of that name is in the way');
  expect((await readdir(folder)).toSorted()).toEqual(['report.html', 'results.json']);
});

test('latest leads to the newest run, also over an older or a dangling link', async () => {
  const root = await place();
  await symlink('gone', join(root, 'latest'));
  for (const name of ['one', 'two']) expect(await pointLatest(root, join(root, name))).toEqual({ path: join(root, 'latest') });
  expect(await readlink(join(root, 'latest'))).toBe('two');
});

test('where links are not allowed, latest is a text file, and is renewed as one', async () => {
  const root = await place();
  const link = () => Promise.reject(problem('EPERM'));
  for (const seed of [1, 2]) await pointLatest(root, join(root, runFolderName(startedAtMs, seed)), { link });
  expect(await readFile(join(root, 'latest'), 'utf8')).toBe('2026-11-22T10-43-12Z-2\n');
  expect(await readdir(root)).toEqual(['latest']);
});

test.each(['file', 'folder'])('a latest that is a %s of somebody is left alone and named', async (kind) => {
  const root = await place();
  const latest = join(root, 'latest');
  await (kind === 'file' ? writeFile(latest, 'mine') : mkdir(latest));
  const pointed = await pointLatest(root, join(root, 'one'));
  expect(pointed).toEqual({ trouble: expect.stringContaining(`${latest} is a ${kind} of its own`) });
  expect((await lstat(latest)).isSymbolicLink()).toBe(false);
});
