#!/usr/bin/env node
/**
 * Builds a Keycloak image without any image registry: debootstrap → docker import → one layer with the distribution.
 *
 * Needs root, a Docker engine that answers, and debootstrap. The result behaves like the public image and is labelled as not being it.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keycloakVersion } from '../harness/idp/keycloak/version.js';
import { baseImage, imageExists, makeBaseImage } from './base.js';
import { obtainDistribution } from './distribution.js';
import { askedOf, BuildProblem, runStep } from './step.js';

const image = `tempered/keycloak:${keycloakVersion}`;
const folder = import.meta.dirname;

/** Every problem at once, so that a person fixes them in one go. */
function problemsOfThisMachine() {
  const problems = [];
  if (process.getuid?.() !== 0) problems.push('not root: run it with sudo (debootstrap makes device files and changes its root)');
  if (askedOf('docker', ['--version']) === undefined) problems.push('no docker command: apt-get install docker.io');
  else if (askedOf('docker', ['version', '--format', '{{.Server.Version}}']) === undefined) {
    problems.push('no Docker engine answers: start it, or let .ci/engine do it');
  }
  if (askedOf('debootstrap', ['--version']) === undefined) problems.push('no debootstrap command: apt-get install debootstrap');
  return problems;
}

/** Returns when `tempered/keycloak:26.7.3` is there. Rejects with a `BuildProblem` that says what to do. */
async function buildImage({ again }) {
  if (!again && imageExists(image)) return say(`${image} is there already; build it again with: node images/build.js --again`);
  const problems = problemsOfThisMachine();
  if (problems.length > 0) throw new BuildProblem(problems.join('\n'));
  const scratch = mkdtempSync(path.join(tmpdir(), 'tempered-image-'));
  const context = path.join(scratch, 'context');
  mkdirSync(context);
  try {
    const keycloak = path.join(context, 'keycloak');
    await obtainDistribution({ version: keycloakVersion, into: keycloak, scratch, say });
    // As in the public image: a data folder, and everything writable for the group, whatever user it is run as.
    mkdirSync(path.join(keycloak, 'data'), { recursive: true });
    runStep('chmod', ['-R', 'g+rwX', keycloak], scratch);
    if (again || !imageExists(baseImage)) makeBaseImage({ scratch, say });
    say(`adding Keycloak ${keycloakVersion}`);
    runStep(
      'docker',
      ['build', '--tag', image, '--build-arg', `VERSION=${keycloakVersion}`, '--file', path.join(folder, 'Dockerfile'), context],
      scratch,
    );
  } finally {
    runStep('rm', ['-rf', '--one-file-system', scratch], tmpdir());
  }
  say(`${image} is ready`);
}

const say = (message) => console.log(`image: ${message}`);

const unknown = process.argv.slice(2).filter((argument) => argument !== '--again');
if (unknown.length > 0) {
  console.error('usage: node images/build.js [--again]');
  process.exitCode = 2;
} else {
  await buildImage({ again: process.argv.includes('--again') }).catch((problem) => {
    if (!(problem instanceof BuildProblem)) throw problem;
    console.error(`image: could not be built\n${problem.message}`);
    process.exitCode = 1;
  });
}
