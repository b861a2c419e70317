/** The door of the command line. */
import { crashWithOurCode, failed } from './failure.ts';
import { watchStandardStreams } from './output.ts';
import { type CommandLineOptions, programOf } from './program.ts';

export { loadScenarios } from '../run/load-scenarios.ts';
export type { CommandLineOptions } from './program.ts';

/** Longer than any listener of ours takes to close; what still runs then would keep the process for ever. */
const lingeringMs = 5_000;

/** Does what the words ask for and sets the exit code of the process. Never rejects. */
export async function commandLine(words: readonly string[], options: CommandLineOptions): Promise<void> {
  const streams = watchStandardStreams();
  crashWithOurCode();
  let exitCode = 0;
  try {
    await programOf(options, (code) => {
      exitCode = code;
    }).parseAsync([...words], { from: 'user' });
  } catch (error) {
    exitCode = failed(error);
  }
  const lost = streams.lostOutput();
  process.exitCode = lost ? Math.max(exitCode, failed(lost)) : exitCode;
  setTimeout(() => endLingering(), lingeringMs).unref();
}

/** Only reached when something was not closed: it is said, and the process ends all the same. */
function endLingering(): void {
  process.stderr.write(`tempered: something was not closed and is ended now (${process.getActiveResourcesInfo().join(', ')})\n`);
  process.exit();
}
