/** `tempered run`, which is also what happens without a command: scenarios, a verdict, a report. */
import { Command } from 'commander';
import { chosen, type Planned } from '../../run/plan.ts';
import { demandWindow } from '../demand-window.ts';
import { exitCodeHelp } from '../exit-code-help.ts';
import type { LoadScenarios } from '../list/listing.ts';
import { didYouMean, UsageError } from '../usage-error.ts';
import { mayBeWritten } from '../write-whole.ts';
import { type RunGiven, wishOf, withRunOptions } from './options.ts';

const otherCommands = ['up', 'list', 'doctor', 'help'] as const;

/** `setExitCode` is told the verdict's code. */
export function runCommand(load: LoadScenarios, setExitCode: (code: number) => void): Command {
  const command = withRunOptions(
    new Command('run').description('run scenarios and write the report (the default)').allowExcessArguments(true),
  );
  return command.addHelpText('after', `\n${exitCodeHelp}`).action(async (given: RunGiven) => {
    noCommandOfThatName(command.args);
    const wish = wishOf(given);
    if (wish.headed) demandWindow();
    if (wish.json !== undefined) await mayBeWritten(wish.json, 'tempered-results');
    const planned = matching(await load(), wish.grep);
    const { runAndReport } = await import('./run-and-report.ts');
    setExitCode(await runAndReport(wish, planned));
  });
}

/** Words that are no options arrive here, because this is the default command. */
function noCommandOfThatName([word]: readonly string[]): void {
  if (word === undefined) return;
  const toChoose = `to choose scenarios: npx tempered --grep ${word}`;
  if (word === 'run') throw new UsageError('run takes no word after it, only options: npx tempered run --help');
  if (otherCommands.some((known) => known === word))
    throw new UsageError(`${word} is a command of its own and stands first: npx tempered ${word}; ${toChoose}`);
  throw new UsageError(`there is no command ${word}${didYouMean(word, ['run', ...otherCommands]) || `; ${toChoose}`}`);
}

/** Throws when nothing fits: a run of nothing must not look like success. */
function matching(all: readonly Planned[], grep: string | undefined): readonly Planned[] {
  const planned = chosen(all, grep);
  if (planned.length === 0) throw new UsageError(`no scenario matches --grep ${grep ?? ''}; to see them all: npx tempered list scenarios`);
  return planned;
}
