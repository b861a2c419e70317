/** What the README tells people to write passes the project's own checks. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

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
