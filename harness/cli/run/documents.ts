/** The documents of a finished run, written where the person asked for them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { htmlReport, junitReport, resultsJson, resultsJsonSchema } from '../../../reports/index.ts';
import type { WrittenPaths } from '../../progress/index.ts';
import { pointLatest, type ResultsFolder, writeResults } from '../../results-folder/index.ts';
import type { RunResults } from '../../verdict/results.ts';
import { UsageError } from '../usage-error.ts';
import { NotWritten, writeWhole } from '../write-whole.ts';

export type DocumentsWritten = {
  readonly paths: WrittenPaths;
  /** True when a document is nowhere: then the run has no whole record, whatever its verdict. */
  readonly lost: boolean;
};

/** `jsonCopy` is a second place for `results.json`. Never rejects for a disk's reasons: they become `trouble`. */
export async function documentsWritten(
  results: RunResults,
  folder: ResultsFolder,
  jsonCopy: string | undefined,
): Promise<DocumentsWritten> {
  const json = resultsJson(results);
  const documents = [
    { name: 'results.json', content: json },
    { name: 'report.html', content: htmlReport(results, attachmentsIn(folder)) },
    { name: 'junit.xml', content: junitReport(results) },
    { name: 'results.schema.json', content: resultsJsonSchema() },
  ];
  const { paths, trouble } = await writeResults(folder.path, documents);
  const copyTrouble = jsonCopy === undefined ? [] : await copied(jsonCopy, json);
  const latest = folder.root === undefined ? undefined : await pointLatest(folder.root, folder.path);
  const [html, jsonPath, junit] = ['report.html', 'results.json', 'junit.xml'].map((name) => paths.get(name));
  return {
    lost: copyTrouble.length > 0 || documents.some(({ name }) => !paths.has(name)),
    paths: {
      folder: folder.path,
      ...(html === undefined ? {} : { html }),
      ...(jsonPath === undefined ? {} : { json: jsonPath }),
      ...(junit === undefined ? {} : { junit }),
      ...(latest && 'path' in latest ? { latest: latest.path } : {}),
      trouble: [...trouble, ...copyTrouble, ...(latest && 'trouble' in latest ? [latest.trouble] : [])],
    },
  };
}

/** What cannot be read any more is shown as missing by the report. */
const attachmentsIn =
  ({ path }: ResultsFolder) =>
  (file: string): Uint8Array | undefined => {
    try {
      return readFileSync(join(path, file));
    } catch {
      return undefined;
    }
  };

async function copied(path: string, json: string): Promise<readonly string[]> {
  try {
    await writeWhole(path, json, { kind: 'tempered-results', mode: 0o644 });
    return [];
  } catch (error) {
    if (error instanceof NotWritten || error instanceof UsageError) return [error.message];
    throw error;
  }
}
