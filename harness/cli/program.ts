/** The commands together, with the help that a newcomer reads first. */
import { Command, Help } from 'commander';
import { doctorCommand } from './doctor/command.ts';
import { exitCodeHelp } from './exit-code-help.ts';
import { helpCommand } from './help-command.ts';
import { listCommand } from './list/command.ts';
import type { LoadScenarios } from './list/listing.ts';
import { runCommand } from './run/command.ts';
import { upCommand } from './up/command.ts';

export type CommandLineOptions = {
  /** Called only by commands that need them. */
  readonly scenarios: LoadScenarios;
};

const examples = `Examples:
  tempered                              the whole suite, on the best identity provider of this machine
  tempered --idp embedded --mode wire   the fastest look
  tempered --grep break-glass           some scenarios only
  tempered list scenarios               what is claimed
  tempered doctor                       what this machine can run

With npm, options follow two dashes: npm start -- --grep break-glass`;

/** `setExitCode` is told how a command ended that did not throw. */
export function programOf({ scenarios }: CommandLineOptions, setExitCode: (code: number) => void): Command {
  const run = runCommand(scenarios, setExitCode);
  const program = new Command('tempered')
    .description(
      'Rehearse the day your identity provider fails: sign-in breaks on purpose, break-glass gets in, the report proves it.\nWithout a command, the whole suite is run.',
    )
    .usage('[command] [options]');
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
    .map((option) => help.formatItem(help.optionTerm(option), width, help.optionDescription(option), help))
    .join('\n');
}

/** Errors are thrown and never end the process here; each is one line. */
const inOurWords = (command: Command): Command =>
  command
    .exitOverride()
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .configureOutput({ outputError: (text, write) => write(inOneLine(text)) });

const inOneLine = (text: string): string =>
  `${text
    .trim()
    .replace(/^error: /, 'tempered: ')
    .replaceAll(/\s*\n\s*/g, ' ')}\n`;
