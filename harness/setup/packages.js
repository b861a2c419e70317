/** Installs the packages from the lock file, and knows whether what is installed is what the lock file says. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { SetupProblem } from './problem.js';

/** @typedef {{ readonly version?: string, readonly integrity?: string, readonly optional?: boolean, readonly os?: string | readonly string[], readonly cpu?: string | readonly string[], readonly libc?: unknown }} Entry */

/** @param {string} project @returns {string} sha256 of the lock file */
export const lockDigest = (project) =>
  createHash('sha256')
    .update(readFileSync(join(project, 'package-lock.json')))
    .digest('hex');

/**
 * True when the installation was finished and is the one that the lock file asks for. npm writes its own record last, so a killed
 * installation has none; optional packages of other platforms may be missing.
 *
 * @param {string} project
 * @returns {boolean}
 */
export function packagesAreInstalled(project) {
  const installed = entriesOf(join(project, 'node_modules', '.package-lock.json'));
  const wanted = entriesOf(join(project, 'package-lock.json'));
  if (installed === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return entry.optional === true && !isForHere(entry);
    return found.version === entry.version && found.integrity === entry.integrity && existsSync(join(project, path, 'package.json'));
  });
}

/** One that names our platform. What names none belongs to another that does; which C library, npm judges. @param {Entry} entry */
const isForHere = ({ os, cpu, libc }) => os !== undefined && fits(os, process.platform) && fits(cpu, process.arch) && libc === undefined;

/** @param {string | readonly string[] | undefined} wanted `!win32` means any but that one @param {string} value */
function fits(wanted, value) {
  const list = [wanted ?? []].flat();
  if (list.includes(`!${value}`)) return false;
  const named = list.filter((name) => !name.startsWith('!'));
  return named.length === 0 || named.includes(value);
}

/**
 * Installs exactly what the lock file says, with the npm that started us or the one beside this Node. Runs no install scripts: nothing here
 * needs them. Throws `SetupProblem` with npm's own last words.
 *
 * @param {string} project
 * @param {{ say: (message: string) => void, alsoHeldBy: import('./lock.js').AlsoHeldBy }} options `say` is told every ten seconds that npm is still at it
 * @returns {Promise<void>}
 */
export async function installPackages(project, { say, alsoHeldBy }) {
  const pulse = setInterval(() => say('still installing the packages'), stillAtItMs);
  try {
    await cleanInstall(project, alsoHeldBy);
  } finally {
    clearInterval(pulse);
  }
}

const flags = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];

/** With a dead network npm's usual patience takes over a minute. Whoever set it otherwise keeps it. */
const patience = { npm_config_fetch_retries: '2', npm_config_fetch_retry_mintimeout: '2000', npm_config_fetch_retry_maxtimeout: '8000' };

/** @param {string} project @param {import('./lock.js').AlsoHeldBy} alsoHeldBy */
async function cleanInstall(project, alsoHeldBy) {
  const { code, said } = await output(npmCommand(), project, alsoHeldBy);
  if (code === 0) return;
  throw new SetupProblem('The packages of package-lock.json could not be installed.', remedyFor(said), firstLines(said));
}

/** Without the stack of npm itself. @param {string} said */
const firstLines = (said) =>
  said
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^npm error +at /.test(line))
    .slice(0, 6)
    .join('\n');

/** @param {string} said */
function remedyFor(said) {
  if (/ENOSPC/.test(said)) return 'make room on the disk (about 1 GB), then start again.';
  if (/EACCES|EPERM|EROFS/.test(said)) return 'make the project folder writable for you, then start again.';
  return [
    'they come from the npm registry that "npm config get registry" shows, so this step needs the network once.',
    '  Connect, or let npm know the proxy (npm config set proxy URL) or a registry that you can reach (npm config set registry URL), then start again.',
    '  Without any network: copy node_modules from a machine of the same kind where "npm start" has run.',
  ].join('\n');
}

const stillAtItMs = 10_000;

/** @typedef {{ readonly file: string, readonly first: readonly string[], readonly shell: boolean }} Command */

/** The npm that runs us, else the one that came with this Node, else the one on the PATH. @returns {Command} */
function npmCommand() {
  const bin = dirname(process.execPath);
  const beside = [
    resolve(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const runsUs = process.env.npm_execpath;
  const script = [...(runsUs && basename(runsUs) === 'npm-cli.js' ? [runsUs] : []), ...beside].find((path) => existsSync(path));
  if (script !== undefined) return { file: process.execPath, first: [script], shell: false };
  return { file: 'npm', first: [], shell: process.platform === 'win32' };
}

/** @param {Command} command @param {string} folder @param {import('./lock.js').AlsoHeldBy} alsoHeldBy @returns {Promise<{ code: number | null, said: string }>} */
function output({ file, first, shell }, folder, alsoHeldBy) {
  return new Promise((done) => {
    const child = spawn(file, [...first, ...flags], {
      cwd: folder,
      env: { ...patience, ...process.env },
      shell,
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    if (child.pid !== undefined) alsoHeldBy(child.pid);
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    child.on('error', (error) => done({ code: null, said: `npm could not be started: ${error.message}` }));
    child.on('close', (code) => done({ code, said }));
  });
}

/** @param {string} file @returns {Readonly<Record<string, Entry>> | undefined} */
function entriesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
