/** `tempered up`: the whole system with a real identity provider, for people and other tools to use. */
import { Command } from 'commander';
import { z } from 'zod';
import type { Wanted } from '../../idp/choose.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import { onInterruption } from '../interruption.ts';
import { someText } from '../option-values.ts';
import { drawnSeed } from '../seed.ts';
import { idpImageFits, idpImageOption, idpOption, seedOption } from '../shared-options.ts';
import { mayBeWritten } from '../write-whole.ts';
import { fixtureChanges, readUpConfig, type UpConfig, upConfigSchema } from './config.ts';

type Given = {
  readonly idp?: Wanted;
  readonly idpImage?: string;
  readonly seed?: number;
  readonly config?: string;
  readonly json?: string;
};

const schemaText = (): string => JSON.stringify(z.toJSONSchema(upConfigSchema), null, 2);
const example = JSON.stringify({ idp: 'embedded', passwords: { uma: 'another lantern 41' }, breakGlassRanges: ['127.16.0.0/16'] });

/** `setExitCode` is told 0 after an orderly end, 3 when it was interrupted before it was up. */
export const upCommand = (setExitCode: (code: number) => void): Command =>
  new Command('up')
    .description('start the whole system and leave it running, for your own browser and tools')
    .addOption(idpOption())
    .addOption(idpImageOption())
    .addOption(seedOption())
    .option('--config <file>', 'change the fixtures: passwords, break-glass ranges … (JSON, schema below)', someText)
    .option('--json <file>', 'also write everything that it prints, and the keys, to a file that only you can read (mode 0600)', someText)
    .addHelpText(
      'after',
      () =>
        `\nAn example of a configuration:\n  ${example}\n\nIts JSON Schema:\n${schemaText()}\n\nCtrl-C stops everything, a second one at once. It ends with exit code 4 when the identity provider dies.`,
    )
    .action(async (given: Given) => {
      const config: UpConfig = given.config === undefined ? {} : await readUpConfig(given.config);
      const wanted = given.idp ?? config.idp ?? 'auto';
      idpImageFits(wanted, given.idpImage);
      if (given.json !== undefined) await mayBeWritten(given.json);
      setExitCode(await held(given, config, wanted));
    });

async function held({ idpImage, seed, json }: Given, config: UpConfig, wanted: Wanted): Promise<number> {
  const progress = (message: string): void => void process.stderr.write(`${message}\n`);
  const interruption = onInterruption(() => progress('Stopping everything; Ctrl-C again to end at once.'));
  try {
    const { up } = await import('./up.ts');
    const end = await up({
      wanted,
      seed: seed ?? config.seed ?? drawnSeed(),
      fixtures: fixtureChanges(config),
      interrupted: interruption.signal,
      progress,
      ...(idpImage === undefined ? {} : { image: idpImage }),
      ...(json === undefined ? {} : { json }),
    });
    return end === 'was-up' ? exitCodes.pass : exitCodes.inconclusive;
  } finally {
    interruption.release();
  }
}
