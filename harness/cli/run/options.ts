/** What a person may say to `run`, and what it becomes: everything that can be judged before anything starts is judged here. */
import { type Command, Option } from 'commander';
import type { Wanted } from '../../idp/choose.ts';
import { usualWorlds } from '../../run/how-many.ts';
import { mostWorkers, oneOf, someText, wholeNumber } from '../option-values.ts';
import { drawnSeed } from '../seed.ts';
import { idpImageFits, idpImageOption, idpOption, seedOption } from '../shared-options.ts';
import { UsageError } from '../usage-error.ts';

export const modes = ['browser', 'wire'] as const;
export type Mode = (typeof modes)[number];

export type RunGiven = {
  readonly grep?: string;
  readonly idp?: Wanted;
  readonly idpImage?: string;
  readonly mode?: Mode;
  readonly seed?: number;
  readonly out?: string;
  readonly workers?: number;
  readonly headed?: boolean;
  readonly processes?: boolean;
  readonly json?: string;
};

const { embedded, otherwise } = usualWorlds;

export const withRunOptions = (command: Command): Command =>
  command
    .option('--grep <text>', 'only scenarios whose path or name holds this text (see: npx tempered list scenarios)', someText)
    .addOption(idpOption())
    .addOption(idpImageOption())
    .addOption(
      new Option('--mode <mode>', 'browser: a real browser with virtual security keys; wire: plain HTTP, faster (default: browser)')
        .choices(modes)
        .argParser(oneOf(modes)),
    )
    .addOption(seedOption())
    .option('--out <folder>', 'where the report goes (default: results/<time>-<seed>, and results/latest leads to it)', someText)
    .option(
      '--workers <number>',
      `how many scenarios run side by side, 1 to ${mostWorkers} (default: ${otherwise.forEachCore} for each core, ${otherwise.atMost} at most; with --idp embedded, ${embedded.forEachCore} for each core, ${embedded.atMost} at most)`,
      wholeNumber(1, mostWorkers),
    )
    .option('--headed', 'show the browser in a window; needs a full Chrome or Chromium')
    .option('--processes', 'run each zone in a process of its own: slower, and only then is a verdict about the boundary evidence')
    .option('--json <file>', 'also write results.json to this file', someText);

export type RunWish = Omit<RunGiven, 'idp' | 'idpImage' | 'mode' | 'seed' | 'headed' | 'processes'> & {
  readonly wanted: Wanted;
  readonly image?: string;
  readonly mode: Mode;
  readonly seed: number;
  readonly headed: boolean;
  readonly processes: boolean;
};

/** Throws `UsageError` for what does not go together. */
export function wishOf(given: RunGiven): RunWish {
  const { idp: wanted = 'auto', idpImage, mode = 'browser', seed = drawnSeed(), headed = false, processes = false, ...rest } = given;
  if (headed && mode === 'wire') throw new UsageError('--headed shows a browser, and --mode wire uses none. Leave one of them out');
  idpImageFits(wanted, idpImage);
  return { ...rest, wanted, mode, seed, headed, processes, ...(idpImage === undefined ? {} : { image: idpImage }) };
}

/** The words that repeat the run, seed included. */
export function commandOf({ grep, wanted, image, mode, seed, workers, headed, processes }: RunWish): string {
  const words = [
    'npx tempered run',
    ...(grep === undefined ? [] : ['--grep', quoted(grep)]),
    '--idp',
    wanted,
    ...(image === undefined ? [] : ['--idp-image', quoted(image)]),
  ];
  return [
    ...words,
    '--mode',
    mode,
    '--seed',
    `${seed}`,
    ...(workers === undefined ? [] : ['--workers', `${workers}`]),
    ...(headed ? ['--headed'] : []),
    ...(processes ? ['--processes'] : []),
  ].join(' ');
}

const quoted = (text: string): string => (/^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
