/** Holds every source of the project to the rules of the architecture, and every rule to a forged source that it must reject. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { forgedText, rules } from './architecture/rules.ts';
import { readSource, type Source } from './architecture/source.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const folders = ['bench', 'bin', 'fakes', 'harness', 'images', 'reports', 'scenarios', 'system', 'test'];
const single = ['main.ts', 'vitest.config.ts'];

const below = (folder: string): readonly string[] =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|js)$/.test(path));

const sources: readonly Source[] = [...single, ...folders.flatMap(below)].map((path) =>
  readSource(path, readFileSync(join(project, path), 'utf8')),
);

test('the sources of every folder were read', () => {
  for (const folder of folders)
    expect(
      sources.some(({ path }) => path.startsWith(`${folder}/`)),
      folder,
    ).toBe(true);
});

test('every file that is imported is there', () => {
  const known = new Set(sources.map(({ path }) => path));
  const lost = sources.flatMap(({ path, reaches }) =>
    reaches.filter(({ ours, to }) => ours && !known.has(to)).map(({ to }) => `${path} imports ${to}`),
  );
  expect(lost).toEqual([]);
});

test.each(rules)('$name', (rule) => {
  const broken = sources.flatMap((source) => rule.broken(source, sources).map((what) => `${source.path} ${what}`));
  expect(broken).toEqual([]);
});

test.each(
  rules.flatMap((rule) =>
    rule.forged.map((forged) => ({ rule, forged, name: rule.name, text: forged.text.slice(0, 70), path: forged.path })),
  ),
)('rejects in $path: $text ($name)', ({ rule, forged: { path, text } }) => {
  const forged = readSource(path, forgedText(rule, text));
  const others = sources.filter((source) => source.path !== path);
  expect(rule.broken(forged, [...others, forged])).not.toEqual([]);
});
