/** `tempered list`: what there is, as a table or as JSON. */
import { Argument, Command } from 'commander';
import { oneOf } from '../option-values.ts';
import { say } from '../output.ts';
import { UsageError } from '../usage-error.ts';
import type { LoadScenarios } from './listing.ts';
import { type Subject, subjects } from './subjects.ts';

export const listCommand = (load: LoadScenarios): Command =>
  new Command('list')
    .description(`show what there is: ${subjects.slice(0, -1).join(', ')} or ${subjects.at(-1)}`)
    .addArgument(new Argument('[subject]', `what to show: ${subjects.join(', ')}`).argParser(oneOf(subjects)))
    .option('--json', 'print an array of objects instead of a table')
    .action(async (subject: Subject | undefined, { json = false }: { readonly json?: boolean }) => {
      if (subject === undefined) throw new UsageError(`say what to list: ${subjects.join(', ')}`);
      const { listing } = await import('./listing.ts');
      const { entries, text } = await listing(subject, load);
      if (entries.length === 0) throw new Error(`there are no ${subject}, which cannot be`);
      await say(json ? JSON.stringify(entries, null, 2) : text);
    });
