/** What a person may say to the benchmark. */
import { Command, CommanderError, Option } from 'commander';
import { seedValue, someText, wholeNumber } from '../harness/cli/option-values.ts';
import { didYouMean, UsageError } from '../harness/cli/usage-error.ts';
import type { Figure } from './figure.ts';

export type Wish = {
  readonly only: readonly Figure[];
  readonly quick: boolean;
  readonly runs: number | undefined;
  readonly json: string | undefined;
  readonly seed: number;
};
type Given = {
  readonly only?: readonly string[];
  readonly quick?: true;
  readonly runs?: number;
  readonly json?: string;
  readonly seed: number;
};

const mostRuns = 1_000;

/** Throws `UsageError` for a word that does not fit, and `CommanderError` with exit code 0 when only help was asked for. */
export function wishFrom(words: readonly string[], figures: readonly Figure[]): Wish {
  const command = new Command('bench')
    .usage('[options]')
    .description(
      'Measures speed and memory, each against a named peer in the same run. Exit codes: 0 measured, or said why not; 2 usage; 4 the benchmark itself broke. A missed target changes no exit code.',
    )
    .addOption(new Option('--only <name...>', 'only these figures'))
    .option('--quick', 'fewer samples, and the slowest parts left out: less than two minutes on a quiet machine of two cores')
    .option('--runs <number>', 'rounds of each figure instead of its own number', wholeNumber(1, mostRuns))
    .option('--seed <number>', 'for whatever is drawn by lot', seedValue, 1)
    .option('--json <file>', 'also write the figures to this file', someText)
    .addHelpText('after', `\nFigures:\n${figures.map(({ name, question }) => `  ${name.padEnd(22)} ${question}`).join('\n')}`)
    .configureOutput({ writeErr: () => {} })
    .exitOverride();
  const { only, quick = false, runs, json, seed } = parsed(command, words);
  return { only: named(only, figures), quick, runs, json, seed };
}

function parsed(command: Command, words: readonly string[]): Given {
  try {
    return command.parse([...words], { from: 'user' }).opts<Given>();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode !== 0) throw new UsageError(error.message.replace(/^error: /, ''));
    throw error;
  }
}

/** In the order of the list, whatever the order of the words. */
function named(only: readonly string[] | undefined, figures: readonly Figure[]): readonly Figure[] {
  if (only === undefined) return figures;
  const names = figures.map(({ name }) => name);
  for (const word of only) {
    if (!names.includes(word)) throw new UsageError(`there is no figure ${word}${didYouMean(word, names)}; there are ${names.join(', ')}`);
  }
  return figures.filter(({ name }) => only.includes(name));
}
