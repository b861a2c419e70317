/** Says where the documents of a run lie, the report for people first, and what could not be written. */
import { relative } from 'node:path';
import { oneLine } from '../../reports/index.ts';
import type { WrittenPaths } from './progress.ts';

/** The shorter of the path itself and the path from where the person stands. */
const shortest = (path: string, from: string): string => {
  const near = relative(from, path);
  return near !== '' && !near.startsWith('..') ? near : path;
};

/** Lines for the end of a run; `from` is the folder that the person stands in. */
export function whereLines(paths: WrittenPaths, from: string = process.cwd()): readonly string[] {
  const named: readonly (readonly [string, string | undefined])[] = [
    ['Report', paths.html],
    ['Results', paths.json],
    ['JUnit', paths.junit],
    ['Shortcut', paths.latest],
  ];
  const lines = named.flatMap(([title, path]) => (path === undefined ? [] : [`${`${title}:`.padEnd(10)}${oneLine(shortest(path, from))}`]));
  const trouble = (paths.trouble ?? []).map((one) => `Trouble: ${oneLine(one)}`);
  return lines.length === 0 && trouble.length === 0 ? [`Folder:   ${oneLine(shortest(paths.folder, from))}`] : [...lines, ...trouble];
}
