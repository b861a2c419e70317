/** Boots one world, says where it is, and holds it until somebody ends it or its identity provider dies. */
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { FixtureChanges } from '../../fixtures/fixture-changes.ts';
import { breakGlassRanges, type NetworkName, networks } from '../../fixtures/fixtures.ts';
import type { Wanted } from '../../idp/index.ts';
import { boot, Interrupted } from '../../run/boot.ts';
import type { RunningWorld } from '../../world/world.ts';
import { say } from '../output.ts';
import { writeWhole } from '../write-whole.ts';
import { described } from './description.ts';
import { watchIdp } from './idp-watch.ts';
import { type PacServer, startPacServer } from './pac-server.ts';
import { inWords } from './words.ts';

export type UpOptions = {
  readonly wanted: Wanted;
  readonly image?: string;
  readonly seed: number;
  readonly fixtures: FixtureChanges;
  /** Where the JSON document goes. */
  readonly json?: string;
  readonly interrupted: AbortSignal;
  progress(message: string): void;
};

/** Resolves after an orderly end, saying whether it was ever up. Rejects with `IdpDied`, and with whatever kept it from starting; nothing is left running in any case. */
export async function up(options: UpOptions): Promise<'was-up' | 'never-up'> {
  try {
    await held(options);
    return 'was-up';
  } catch (error) {
    if (error instanceof Interrupted) return 'never-up';
    throw error;
  }
}

async function held(options: UpOptions): Promise<void> {
  const { wanted, image, seed, fixtures, interrupted, progress } = options;
  const startedAtMs = Date.now();
  // Nobody captures anything here: the folder for screenshots stays empty.
  const shared = { mode: 'wire', worlds: 1, attachments: tmpdir() } as const;
  const booted = await boot({ ...shared, wanted, seed, fixtures, interrupted, progress, ...(image === undefined ? {} : { image }) });
  let pac: PacServer | undefined;
  try {
    const world = await booted.startWorld(1);
    pac = await startPacServer({ exits: exitsByNetwork(world), authorityPem: await readFile(booted.authorityPemFile, 'utf8') });
    const document = described({ booted, world, pac, seed, startedAtMs, breakGlassRanges: fixtures.breakGlassRanges ?? breakGlassRanges });
    if (options.json !== undefined) await writeWhole(options.json, `${JSON.stringify(document, null, 2)}\n`, 0o600);
    await say(inWords(document, booted.chosen.because));
    await watchIdp(() => booted.chosen.idp.answers(), interrupted);
  } finally {
    await pac?.close();
    await booted.close();
  }
}

const exitsByNetwork = ({ exits }: Pick<RunningWorld, 'exits'>) =>
  Object.fromEntries(Object.keys(networks).map((name) => [name, exits[name as NetworkName]] as const));
