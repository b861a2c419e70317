/** `tempered doctor`: what this machine can run, and what to do about the rest. */
import { Command } from 'commander';
import { exitCodes } from '../../verdict/exit-code.ts';
import { say } from '../output.ts';
import { examinationInWords } from './in-words.ts';

/** `setExitCode` is told 0 when a run is possible, 3 when not. */
export const doctorCommand = (setExitCode: (code: number) => void): Command =>
  new Command('doctor')
    .description('say which identity providers, browsers and addresses this machine can use, and what to do about the others')
    .option('--json', 'print an object instead of a table')
    .addHelpText('after', '\nExit code: 0 when a run is possible, 3 when not.')
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const { examine } = await import('./examination.ts');
      const examination = await examine();
      const { findings, runPossible, conclusion } = examination;
      await say(json ? JSON.stringify({ runPossible, conclusion, findings }, null, 2) : examinationInWords(examination));
      setExitCode(runPossible ? exitCodes.pass : exitCodes.inconclusive);
    });
