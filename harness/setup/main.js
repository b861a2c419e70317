/** What npm runs before every script of this project: the set-up, with its progress on standard error. Exit code 2 when something is missing. */
import { SetupProblem } from './problem.js';
import { setUp } from './set-up.js';

const startedAt = performance.now();

/** @param {string} message */
const say = (message) =>
  void process.stderr.write(`set-up [${((performance.now() - startedAt) / 1000).toFixed(0).padStart(2)} s] ${message}\n`);

try {
  await setUp(say);
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 2;
}
