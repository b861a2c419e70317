/** Loads every scenario below a folder: one file, one claim, its default export. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { claimOf } from '../scenario/index.ts';
import type { AnyScenario, Planned } from './plan.ts';

/** A file that cannot be loaded or exports no scenario: the plan would be incomplete without anyone noticing. */
export class ScenarioFileBroken extends Error {
  override readonly name = 'ScenarioFileBroken';
}

/** `folder` ends in `/`. In the order of their ids. Rejects with `ScenarioFileBroken`, naming the file. */
export async function loadScenarios(folder: URL): Promise<readonly Planned[]> {
  const root = fileURLToPath(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name) && !entry.name.endsWith('.d.ts'));
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return Promise.all(paths.map((path) => planned(path, relative(root, path).replaceAll(sep, '/'))));
}

async function planned(path: string, below: string): Promise<Planned> {
  const id = below.replace(/\.[jt]s$/, '');
  const module = pathToFileURL(path);
  const named = { id, claim: claimOf(id), file: `scenarios/${below}`, module: module.href, digest: await digestOf(module) };
  return { ...named, scenario: await imported(named) };
}

/** Of nothing when it cannot be read: then it cannot be loaded either. */
const digestOf = async (module: URL): Promise<string> =>
  createHash('sha256')
    .update(await readFile(module).catch(() => ''))
    .digest('hex');

/** Of one that was planned, in another process. Rejects with `ScenarioFileBroken`, naming the file, also when that no longer holds what was planned: the verdict would be on something else. */
export async function scenarioOf({ digest, ...named }: Pick<Planned, 'digest' | 'file' | 'module'>): Promise<AnyScenario> {
  if ((await digestOf(new URL(named.module))) !== digest)
    throw new ScenarioFileBroken(`${named.file} was changed while the run was under way`);
  return imported(named);
}

async function imported({ file, module }: Pick<Planned, 'file' | 'module'>): Promise<AnyScenario> {
  const loaded = await (import(module) as Promise<{ readonly default?: unknown }>).catch((cause: unknown) => {
    throw new ScenarioFileBroken(`${file} cannot be loaded: ${cause instanceof Error ? cause.message : 'for an unknown reason'}`, {
      cause,
    });
  });
  if (!isScenario(loaded.default)) throw new ScenarioFileBroken(`${file} has no scenario as its default export`);
  return loaded.default;
}

/** The compiler saw the rest; this only tells a scenario file from any other. */
const isScenario = (value: unknown): value is AnyScenario =>
  typeof value === 'object' && value !== null && 'act' in value && 'expect' in value && 'proves' in value && Array.isArray(value.proves);
