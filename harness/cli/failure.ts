/** The last word when a command breaks off: one line for people, the stack only for who asks, and the exit code. */
import { CommanderError } from 'commander';
import { exitCodes } from '../verdict/exit-code.ts';
import { UsageError } from './usage-error.ts';

/** Errors that say by themselves what to do; the names are those of the parts that throw them. */
const selfExplaining = new Set([
  'NoIdentityProvider',
  'NoBrowser',
  'SourceAddressMissing',
  'OutputLost',
  'IdpDied',
  'ScenarioFileBroken',
  'NotWritten',
  'NoResultsFolder',
  'ShareLost',
]);

/** Says what went wrong on standard error and gives the exit code: 2 for usage, 4 for everything else. Help and version are no failure: 0. */
export function failed(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.usage;
  if (error instanceof UsageError) {
    complain(`tempered: ${error.message}`);
    return exitCodes.usage;
  }
  complain(explained(error));
  if (process.env.TEMPERED_DEBUG === '1') complain(String(error instanceof Error ? error.stack : error));
  return exitCodes.error;
}

function explained(error: unknown): string {
  if (!(error instanceof Error)) return `tempered: something unexpected was thrown: ${typeof error}`;
  const remedy = 'remedy' in error && typeof error.remedy === 'string' ? ` To do: ${error.remedy}` : '';
  if (selfExplaining.has(error.name)) return `tempered: ${error.message}${remedy}`;
  const [first = 'no message'] = error.message.split('\n');
  return `tempered: the harness itself broke: ${error.name}: ${first}${remedy} (TEMPERED_DEBUG=1 shows where)`;
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** What nobody caught ends the process with 4, never with Node's own 1, which would read as "a check failed". The keeper ends what was started. */
export function crashWithOurCode(): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => process.exit(failed(error)));
}
