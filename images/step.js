/** Runs one outside command of the image build, and turns its failure into a message that a person can act on. */
import { spawnSync } from 'node:child_process';

/** A problem that is explained to a person; everything else that is thrown is a mistake of ours. */
export class BuildProblem extends Error {}

const withAdminFolders = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };

/** What a quick command prints, trimmed; undefined when it is missing, fails, or takes longer than ten seconds. */
export function askedOf(command, args) {
  const asked = spawnSync(command, args, { encoding: 'utf8', env: withAdminFolders, timeout: 10_000 });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

/** Runs to its end in `folder`; throws a `BuildProblem` with the last lines of its output when it fails. */
export function runStep(command, args, folder) {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env: withAdminFolders, maxBuffer: 64 * 1024 * 1024 });
  if (done.status === 0) return;
  // Addresses of mirrors may carry a password.
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`.replaceAll(/\/\/[^/@\s]+@/g, '//');
  const lines = said.trimEnd().split('\n').slice(-15);
  throw new BuildProblem(
    `${command} ${args[0]} failed (${done.error?.message ?? `exit ${done.status ?? done.signal}`}):\n${lines.join('\n')}`,
  );
}
