/** Writes the documents of a run, each whole or not at all; what does not fit in its folder goes to a second place, and the caller is told. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskProblem } from './disk-problem.ts';
import { writeWholeFile } from './whole-file.ts';

export type Document = { readonly name: string; readonly content: string | Uint8Array };

export type Written = {
  /** Document name to absolute path, wherever it ended up. */
  readonly paths: ReadonlyMap<string, string>;
  /** One sentence for each document that is not where it should be; empty when all went well. */
  readonly trouble: readonly string[];
};

export type WriteOptions = {
  /** Puts one file there, whole or not at all. */
  readonly writeWhole?: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Makes the second place and returns its path. */
  readonly secondPlace?: () => Promise<string>;
};

/** In the order given, so name the most valuable first. Never rejects: a verdict that was won is told even when no disk takes it. */
export async function writeResults(folder: string, documents: readonly Document[], options: WriteOptions = {}): Promise<Written> {
  const { writeWhole = writeWholeFile, secondPlace = () => mkdtemp(join(tmpdir(), 'tempered-results-')) } = options;
  const paths = new Map<string, string>();
  const trouble: string[] = [];
  let second: Promise<string> | undefined;
  for (const { name, content } of documents) {
    const wanted = join(folder, name);
    const why = await refusal(writeWhole, wanted, content);
    if (why === undefined) {
      paths.set(name, wanted);
      continue;
    }
    second ??= secondPlace();
    const saved = await second.then(
      async (place) => ((await refusal(writeWhole, join(place, name), content)) === undefined ? join(place, name) : undefined),
      () => undefined,
    );
    if (saved !== undefined) paths.set(name, saved);
    trouble.push(
      `${wanted} could not be written: ${why}. ${saved === undefined ? 'It could not be kept anywhere else either.' : `It was kept as ${saved}.`}`,
    );
  }
  return { paths, trouble };
}

/** In words why the file could not be written; undefined when it was. */
async function refusal(
  writeWhole: NonNullable<WriteOptions['writeWhole']>,
  path: string,
  content: string | Uint8Array,
): Promise<string | undefined> {
  try {
    await writeWhole(path, content);
    return undefined;
  } catch (cause) {
    return diskProblem(cause).words;
  }
}
