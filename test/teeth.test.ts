/** Every scenario has teeth, and those of the folders without a file of their own bite. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { teeth } from './teeth-table/index.ts';
import { allScenarios, folderOf, foldersApart, tryTeethOf } from './teeth-tried.ts';

test('every scenario has teeth, and nothing else has', () => {
  expect(Object.keys(teeth).toSorted()).toEqual(allScenarios.map(({ id }) => id).toSorted());
  expect(Object.values(teeth).filter((each) => each.length === 0)).toEqual([]);
});

test('every folder apart has scenarios, and a test file that tries them', () => {
  const folders = new Set(allScenarios.map(folderOf));
  expect(foldersApart.filter((folder) => !folders.has(folder))).toEqual([]);
  const tries = (folder: string): boolean =>
    readFileSync(new URL(`./teeth-${folder}.test.ts`, import.meta.url), 'utf8').includes(`folderOf(planned) === '${folder}'`);
  expect(foldersApart.filter((folder) => !tries(folder))).toEqual([]);
});

const apart: ReadonlySet<string> = new Set(foldersApart);
tryTeethOf(allScenarios.filter((planned) => !apart.has(folderOf(planned))));
