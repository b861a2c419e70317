/** `tempered up`: the whole system with a real identity provider, for people and other tools to use. */
import { Command, Option } from 'commander';
import { z } from 'zod';
import type { NetworkName } from '../../fixtures/fixtures.ts';
import type { Wanted } from '../../idp/choose.ts';
import { exitCodes } from '../../verdict/exit-code.ts';
import { demandWindow } from '../demand-window.ts';
import { onInterruption } from '../interruption.ts';
import { oneOf, someText } from '../option-values.ts';
import { drawnSeed } from '../seed.ts';
import { idpImageFits, idpImageOption, idpOption, seedOption } from '../shared-options.ts';
import { UsageError } from '../usage-error.ts';
import { mayBeWritten } from '../write-whole.ts';
import { fixtureChanges, readUpConfig, type UpConfig, upConfigSchema } from './config.ts';
import { networkNames } from './headed.ts';

type Given = {
  readonly idp?: Wanted;
  readonly idpImage?: string;
  readonly seed?: number;
  readonly config?: string;
  readonly json?: string;
  readonly headed?: boolean;
  readonly from?: NetworkName;
};

const keyFormats = `The keys in the file of --json are discoverable ES256 credentials (P-256):
credentialId, userHandle and privateKey are base64url without padding, and the
private key is PKCS#8 DER. Chrome's DevTools protocol (WebAuthn.addCredential)
takes them as base64. Every use raises signCount, and a lower one is refused.`;

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
    .option(
      '--json <file>',
      'also write everything that it prints, and the keys, to a file that only you can read (mode 0600); removed at the end',
      someText,
    )
    .option('--headed', 'open a window of a full Chrome or Chromium, with the break-glass keys in it')
    .addOption(
      new Option('--from <network>', `the network that the window stands in: ${networkNames.join(', ')} (default: hq)`)
        .choices(networkNames)
        .argParser(oneOf(networkNames)),
    )
    .addHelpText(
      'after',
      () =>
        `\n${keyFormats}\n\nAn example of a configuration:\n  ${example}\n\nIts JSON Schema:\n${schemaText()}\n\nOn a terminal it asks for orders: help lists them, fault NAME breaks the\nidentity provider, heal mends it. Ctrl-C stops everything, a second one at once.\nIt ends with exit code 4 when the identity provider dies.`,
    )
    .action(async (given: Given) => {
      const config: UpConfig = given.config === undefined ? {} : await readUpConfig(given.config);
      const wanted = given.idp ?? config.idp ?? 'auto';
      idpImageFits(wanted, given.idpImage);
      if (given.from !== undefined && given.headed !== true)
        throw new UsageError('--from says where the window of --headed stands; add --headed');
      if (given.headed) demandWindow();
      if (given.json !== undefined) await mayBeWritten(given.json, 'tempered-up');
      setExitCode(await held(given, config, wanted));
    });

async function held({ idpImage, seed, json, headed = false, from = 'hq' }: Given, config: UpConfig, wanted: Wanted): Promise<number> {
  const progress = (message: string): void => void process.stderr.write(`${message}\n`);
  const interruption = onInterruption(() => progress('Stopping the hosts, the proxies and the identity provider. Once more ends at once.'));
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
      ...(headed ? { window: from } : {}),
      ...(process.stdin.isTTY ? { prompt: [process.stdin, process.stdout] as const } : {}),
    });
    progress(
      end === 'was-up'
        ? `Stopped.${json === undefined ? '' : ` ${json} is removed: what it described is gone.`}`
        : 'Stopped before it was up.',
    );
    return end === 'was-up' ? exitCodes.pass : exitCodes.inconclusive;
  } finally {
    interruption.release();
  }
}
