/** Makes the base image: a minimal Debian with a Java runtime and nothing else, from Debian's own packages. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { askedOf, runStep } from './step.js';

const suite = 'bookworm';
const packages = ['ca-certificates', 'openjdk-17-jre-headless'];

export const baseImage = `tempered/java:17-${suite}`;

export const imageExists = (name) => askedOf('docker', ['image', 'inspect', '--format', '{{.Id}}', name]) !== undefined;

/** About a minute; `scratch` holds some 500 MB meanwhile. Throws a `BuildProblem` when a step fails. */
export function makeBaseImage({ scratch, say }) {
  const root = path.join(scratch, 'root');
  const archive = path.join(scratch, 'root.tar');
  say(`making a Debian ${suite} with ${packages.join(' and ')} (about a minute)`);
  try {
    runStep('debootstrap', ['--variant=minbase', `--include=${packages.join(',')}`, suite, root], scratch);
  } finally {
    unmountBelow(root);
  }
  leaveOutWhatAnImageDoesNotNeed(root);
  say('importing it as an image');
  runStep('tar', ['--create', '--file', archive, '--directory', root, '.'], scratch);
  rmSync(root, { recursive: true, force: true });
  runStep('docker', ['import', '--message', 'made by images/build.js', archive, baseImage], scratch);
  rmSync(archive);
}

/** A debootstrap that was interrupted leaves `/proc` mounted inside; removing the folder must not reach into it. */
function unmountBelow(root) {
  const mounted = readFileSync('/proc/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '');
  for (const place of mounted.filter((place) => place.startsWith(`${root}/`)).reverse()) runStep('umount', ['--lazy', place], '/');
}

function leaveOutWhatAnImageDoesNotNeed(root) {
  for (const folder of ['var/cache/apt', 'var/lib/apt/lists', 'var/log', 'usr/share/doc', 'usr/share/man', 'usr/share/locale']) {
    for (const entry of readdirSync(path.join(root, folder))) rmSync(path.join(root, folder, entry), { recursive: true, force: true });
  }
}
