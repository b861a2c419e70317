#!/usr/bin/env node
/** The `tempered` command: sets the clone up if need be, then hands over to main.ts on the pinned Node. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../harness/setup/cache-folder.js';
import { SetupProblem } from '../harness/setup/problem.js';
import { setUp } from '../harness/setup/set-up.js';

/** @param {string} message */
const say = (message) => void process.stderr.write(`set-up: ${message}\n`);

/** Our own end is the child's end: by the same code, or by the code that shells give for its signal. @param {string} node */
function handOver(node) {
  const child = spawn(node, [join(projectFolder, 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`the pinned Node could not be started: ${error.message}`, 4));
  child.on('close', (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  });
}

/** @param {string} message @param {number} exitCode */
function fail(message, exitCode) {
  process.stderr.write(`\n${message}\n`);
  process.exitCode = exitCode;
}

try {
  handOver(await setUp(say));
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  fail(error.message, 2);
}
