/** The oldest Node on which the set-up itself runs; what it sets up brings its own. */
import { SetupProblem } from './problem.js';

const leastMajor = 20;

/**
 * Throws `SetupProblem` when this Node is older.
 *
 * @param {string} [version] as `process.versions.node` says it
 */
export function demandLeastNode(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= leastMajor) return;
  throw new SetupProblem(
    `Node ${version} is too old to set Tempered up: it takes Node ${leastMajor} or newer, and brings the Node that it runs on`,
    'install a newer Node from your system or from nodejs.org, and start again',
  );
}
