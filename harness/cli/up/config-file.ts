/** Reads a JSON file that a person wrote, and says in words and with the line what is wrong with it; never what stands in it, which may be a password. */
import { readFile } from 'node:fs/promises';
import { UsageError } from '../usage-error.ts';

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'it is a folder; name a file in it',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  ELOOP: 'the links in its path lead in a circle',
};

/** What stands in the file. Rejects with `UsageError`: it cannot be read, or is no JSON. */
export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const code = cause.code ?? 'for an unknown reason';
    throw new UsageError(`the configuration ${path} cannot be read: ${unreadable[code] ?? code}`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`the configuration ${path} is not JSON: ${whereNotJson(text)}`);
  }
}

/** In words where a text stops being JSON: the first line with which what was read so far can be the beginning of none. */
export function whereNotJson(text: string): string {
  if (text.trim() === '') return 'it is empty';
  const lines = text.split('\n');
  const wrong = lines.findIndex((_, index) => !mayGoOn(lines.slice(0, index + 1).join('\n')));
  return wrong === -1 ? `it ends in line ${lines.length} before it is complete` : `see line ${wrong + 1}`;
}

/** Whether this can be the beginning of JSON: the engine misses something only at its end. */
function mayGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = /at position (\d+)/.exec(message)?.[1];
    return message.startsWith('Unexpected end') || Number(at) >= beginning.length;
  }
}
