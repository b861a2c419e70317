/** `tempered help`: the same as `--help`, for who types it as a word. */
import { Command } from 'commander';
import { didYouMean, UsageError } from './usage-error.ts';

export const helpCommand = (program: Command): Command =>
  new Command('help')
    .argument('[command]', 'show the help of this command')
    .description('show this help, or that of a command')
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((each) => each.name() === name);
      if (!command)
        throw new UsageError(
          `there is no command ${name}${didYouMean(
            name ?? '',
            program.commands.map((each) => each.name()),
          )}`,
        );
      command.outputHelp();
    });
