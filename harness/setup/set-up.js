/** Makes a fresh clone ready to run: packages from the lock file, the pinned Node, a browser. Does nothing when that was done. */
import { join } from 'node:path';
import { projectFolder } from './cache-folder.js';
import { demandLeastNode } from './least-node.js';
import { holding } from './lock.js';
import { installPackages, packagesAreInstalled } from './packages.js';
import { pinnedVersion, readyNode } from './pinned-node.js';
import { readyBrowser } from './ready-browser.js';
import { nodeOfFinishedSetup, writeStamp } from './stamp.js';

/**
 * Returns the program of the pinned Node. `say` is told of every step that takes time. A set-up that was cut short is finished; two at once
 * take turns. Throws `SetupProblem` when packages or Node cannot be had. A missing browser is said, and tried again the next time.
 *
 * @param {(message: string) => void} say
 * @param {string} [project]
 * @returns {Promise<string>}
 */
export async function setUp(say, project = projectFolder) {
  demandLeastNode();
  const lock = join(project, '.cache', 'set-up.lock');
  const waiting = () => say('another set-up is at work here; waiting for it');
  return nodeOfFinishedSetup(project) ?? (await holding(lock, (alsoHeldBy) => work(project, { say, alsoHeldBy }), waiting));
}

/** @param {string} project @param {{ say: (message: string) => void, alsoHeldBy: import('./lock.js').AlsoHeldBy }} options @returns {Promise<string>} */
async function work(project, { say, alsoHeldBy }) {
  const done = nodeOfFinishedSetup(project);
  if (done !== undefined) return done;
  if (!packagesAreInstalled(project)) {
    say('installing the packages of package-lock.json (about half a minute)');
    await installPackages(project, { say, alsoHeldBy });
  }
  const node = readyNode(project, say);
  const browser = await readyBrowser({ project, node, say });
  if ('missing' in browser) {
    say(`no browser: ${browser.missing}. What to do: ${browser.remedy}. Everything that needs none goes on`);
    return node;
  }
  say(`ready: Node ${pinnedVersion(project)}, ${browser.kind} ${browser.version}`);
  writeStamp(project, { node, browser: browser.executable });
  return node;
}
