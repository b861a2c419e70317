/** What the README tells people to write passes the project's own checks, and what it tells pipelines to do keeps the results of a run that failed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

/** Each block of TypeScript, without the indentation of the list that it stands in. */
const snippets = [...readme.matchAll(/^( *)```ts\n([\s\S]*?)^ *```$/gm)].map(([, indent = '', code = '']) =>
  code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
);
/** Entries of a table are shown without what stands around them. */
const asFile = (code: string): string => (code.startsWith("'") ? `export const teeth = {\n${code.replaceAll(/^(?=.)/gm, '  ')}};\n` : code);

test('the README shows a scenario and its teeth', () => {
  expect(snippets.map((code) => /export default scenario|refusedInstead/.exec(code)?.[0])).toEqual([
    'export default scenario',
    'refusedInstead',
  ]);
});

test.each(snippets.map(asFile))('what the README shows is formatted as `npm run check` demands: %#', (code) => {
  const words = ['format', '--stdin-file-path=scenarios/break-glass/from-the-readme.ts'];
  const { status, stdout, stderr } = spawnSync(`${root}node_modules/.bin/biome`, words, { cwd: root, input: code, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  expect(stdout).toBe(code);
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const pipelines = [...readme.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
  .map(([, code = '']) => code)
  .filter((code) => code.includes('$ARTIFACTS'));

/** Runs the lines for a pipeline in a folder of their own; in place of npm stands a run that ends with this code, and leaves results or none. */
function piped(shell: readonly string[], { ends, leaves }: { readonly ends: number; readonly leaves: boolean }) {
  const folder = mkdtempSync(join(tmpdir(), 'tempered-readme-'));
  folders.push(folder);
  const [artifacts, programs] = [join(folder, 'kept'), join(folder, 'programs')];
  for (const each of [artifacts, programs]) mkdirSync(each);
  const results = leaves ? 'mkdir tempered-results\necho "$@" > tempered-results/junit.xml\n' : '';
  writeFileSync(join(programs, 'npm'), `#!/bin/sh\n${results}exit ${ends}\n`, { mode: 0o755 });
  const [program = '', ...words] = shell;
  const env = { PATH: `${programs}:${process.env.PATH}`, ARTIFACTS: artifacts };
  const { status } = spawnSync(program, [...words, '-c', pipelines.join('')], { cwd: folder, env, encoding: 'utf8' });
  const kept = join(artifacts, 'tempered-results', 'junit.xml');
  return { status, kept: existsSync(kept) ? readFileSync(kept, 'utf8').trim() : undefined };
}

test('the README shows the lines for a pipeline once', () => {
  expect(pipelines).toHaveLength(1);
});

test.each([[['sh']], [['sh', '-e']], [['sh', '-eu']]])('the lines for a pipeline keep the results and the exit code, under %j', (shell) => {
  const words = 'start -- --idp embedded --mode wire --processes --out tempered-results';
  for (const ends of [0, 1, 3, 4]) expect(piped(shell, { ends, leaves: true })).toEqual({ status: ends, kept: words });
  expect(piped(shell, { ends: 2, leaves: false })).toEqual({ status: 2, kept: undefined });
});
