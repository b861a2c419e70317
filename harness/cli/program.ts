/** The commands together, with the help that a newcomer reads first. */
import { Command, Help } from 'commander';
import { inHouseForm } from './commander-words.ts';
import { doctorCommand } from './doctor/command.ts';
import { exitCodeHelp } from './exit-code-help.ts';
import { helpCommand } from './help-command.ts';
import { listCommand } from './list/command.ts';
import type { LoadScenarios } from './list/listing.ts';
import { runCommand } from './run/command.ts';
import { upCommand } from './up/command.ts';
import { version } from './version.ts';

export type CommandLineOptions = {
  /** Called only by commands that need them. */
  readonly scenarios: LoadScenarios;
};

const examples = `Examples:
  npx tempered                              the whole suite, on the best
                                            identity provider of this machine
  npx tempered --idp embedded --mode wire   the fastest look
  npx tempered --grep break-glass           some scenarios only
  npx tempered up                           everything, for your own browser
  npx tempered list scenarios               what is claimed
  npx tempered doctor                       what this machine can run

With npm, options follow two dashes: npm start -- --grep break-glass`;

/** `setExitCode` is told how a command ended that did not throw. */
export function programOf({ scenarios }: CommandLineOptions, setExitCode: (code: number) => void): Command {
  const run = runCommand(scenarios, setExitCode);
  const program = new Command('npx tempered')
    .description(
      'Rehearse the day your identity provider fails: sign-in breaks on purpose, break-glass gets in, the report proves it.\nWithout a command, the whole suite is run.',
    )
    .usage('[command] [options]')
    .version(version(), '-V, --version', 'say which version this is, and on which Node it runs');
  program.addCommand(run, { isDefault: true });
  for (const command of [upCommand(setExitCode), listCommand(scenarios), doctorCommand(setExitCode)]) program.addCommand(command);
  program.addCommand(helpCommand(program));
  program.addHelpText(
    'after',
    () => `\nOptions of run, which need no command before them:\n${optionsOf(run)}\n\n${exitCodeHelp}\n\n${examples}`,
  );
  for (const command of [program, ...program.commands]) inOurWords(command);
  return program;
}

function optionsOf(command: Command): string {
  const help = new Help();
  help.helpWidth = process.stdout.columns ?? 80;
  const width = help.padWidth(command, help);
  return help
    .visibleOptions(command)
    .map((option) => help.formatItem(help.optionTerm(option), width, option.description, help))
    .join('\n');
}

/** Errors are thrown and never end the process here; what they say is said once, where all failures are said. */
const inOurWords = (command: Command): Command =>
  command
    .exitOverride()
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .configureHelp({ optionDescription: ({ description }) => description })
    .configureOutput({ outputError: (text, write) => write(`tempered: ${inHouseForm(text, command)}\n`) });
