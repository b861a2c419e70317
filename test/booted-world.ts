/** One whole world of a run of its own on the embedded identity provider, for tests of what only a whole world shows. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Booted, type BootOptions, boot } from '../harness/run/boot.ts';
import type { RunningWorld } from '../harness/world/world.ts';

export type BootedWorld = {
  readonly booted: Booted;
  readonly world: RunningWorld;
  /** Ends the world with all that it stands on, and leaves no file. */
  close(): Promise<void>;
};

type Wanted = Pick<BootOptions, 'seed'> & Partial<Pick<BootOptions, 'mode' | 'worlds' | 'processes' | 'fixtures'>>;

/** The first of one world, in wire mode, unless told otherwise. Rejects when it does not start; then nothing of it is left. */
export async function bootedWorld(wanted: Wanted): Promise<BootedWorld> {
  const attachments = await mkdtemp(join(tmpdir(), 'tempered-test-world-'));
  let booted: Booted | undefined;
  const close = async (): Promise<void> => {
    await booted?.close();
    await rm(attachments, { recursive: true, force: true });
  };
  try {
    booted = await boot({ wanted: 'embedded', mode: 'wire', worlds: 1, ...wanted, attachments, progress: () => {} });
    return { booted, world: await booted.startWorld(1), close };
  } catch (error) {
    await close();
    throw error;
  }
}
