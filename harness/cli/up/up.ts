/** Boots one world, says where it is, and holds it until somebody ends it or its identity provider dies. */
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import type { FixtureChanges } from '../../fixtures/fixture-changes.ts';
import { breakGlassAccounts, breakGlassRanges, type NetworkName, networks } from '../../fixtures/fixtures.ts';
import type { Wanted } from '../../idp/index.ts';
import { boot, Interrupted } from '../../run/boot.ts';
import { closers } from '../../run/closers.ts';
import type { RunningWorld } from '../../world/world.ts';
import { say } from '../output.ts';
import { described } from './description.ts';
import { writtenUntilTheEnd } from './document-file.ts';
import { type FaultSwitch, faultSwitch } from './fault-switch.ts';
import { openWindow } from './headed.ts';
import { watchIdp } from './idp-watch.ts';
import { startPacServer } from './pac-server.ts';
import { type Asked, answerTo, promptOn } from './prompt.ts';
import { inWords } from './words.ts';

export type UpOptions = {
  readonly wanted: Wanted;
  readonly image?: string;
  readonly seed: number;
  readonly fixtures: FixtureChanges;
  /** Where the JSON document goes. */
  readonly json?: string;
  readonly interrupted: AbortSignal;
  /** A window behind this network's exit; none when absent. */
  readonly window?: NetworkName;
  /** Where a person types and is answered; nobody is asked when absent. */
  readonly prompt?: readonly [input: Readable, output: Writable];
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
  const { wanted, image, seed, fixtures, interrupted, progress, window } = options;
  const startedAtMs = Date.now();
  // Nobody captures anything here: the folder for screenshots stays empty.
  const shared = {
    mode: window === undefined ? 'wire' : 'browser',
    headed: window !== undefined,
    worlds: 1,
    attachments: tmpdir(),
  } as const;
  const chose = (words: string): void => progress(`Identity provider: ${words}`);
  const booted = await boot({ ...shared, wanted, seed, fixtures, interrupted, progress, chose, ...(image === undefined ? {} : { image }) });
  const { onClose, close } = closers();
  onClose(() => booted.close());
  try {
    const world = await booted.startWorld(1);
    // There is no other world that it could call.
    world.view.idpReaches();
    const pac = await startPacServer({ exits: exitsByNetwork(world), authorityPem: await readFile(booted.authorityPemFile, 'utf8') });
    onClose(() => pac.close());
    const document = described({ booted, world, pac, seed, startedAtMs, breakGlassRanges: fixtures.breakGlassRanges ?? breakGlassRanges });
    if (options.json !== undefined) onClose(await writtenUntilTheEnd(options.json, `${JSON.stringify(document, null, 2)}\n`));
    if (window !== undefined) await openWindow(booted, world, window);
    await say(inWords(document, { because: booted.chosen.because, json: options.json, window, prompt: options.prompt !== undefined }));
    const faults = faultSwitch(world);
    const asked = askedOf(world, faults);
    if (options.prompt) onClose(promptOn(...options.prompt, (line) => answerTo(line, asked)));
    // While a person has broken it, its silence is no death.
    await watchIdp(async () => faults.now() !== undefined || (await booted.chosen.idp.answers()), interrupted);
  } finally {
    await close();
  }
}

function askedOf(world: RunningWorld, faults: FaultSwitch): Asked {
  const { mailbox } = world.target;
  const addresses = Object.values(breakGlassAccounts).map(({ email }) => email);
  return {
    faults,
    upAtMs: Date.now(),
    records: () => world.target.auditRecords(),
    messages: async () => (await Promise.all(addresses.map(async (address) => (await mailbox?.messages(address)) ?? []))).flat(),
  };
}

const exitsByNetwork = ({ exits }: Pick<RunningWorld, 'exits'>) =>
  Object.fromEntries(Object.keys(networks).map((name) => [name, exits[name as NetworkName]] as const));
