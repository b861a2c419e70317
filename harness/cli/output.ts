/** Writes to standard output so that nothing is lost silently: a full disk is an error, a reader that went away is not. */
import type { Writable } from 'node:stream';

/** What was to be said did not arrive: the command did not do its work. */
export class OutputLost extends Error {
  override readonly name = 'OutputLost';
}

const isBrokenPipe = (error: Error): boolean => 'code' in error && error.code === 'EPIPE';

/** Resolves when the text was handed over; rejects with `OutputLost` when it could not be (a full disk). A closed pipe counts as read. */
export async function say(text: string, stream: Writable = process.stdout): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  stream.write(text.endsWith('\n') ? text : `${text}\n`, (error) => (error && !isBrokenPipe(error) ? reject(lost(error)) : resolve()));
  await promise;
}

const lost = (cause: Error): OutputLost => new OutputLost(`standard output could not be written: ${cause.message}`, { cause });

/** From here on no failure of a standard stream breaks the work off. A reader that goes away (`| head`) is nothing; `lostOutput` gives the first other failure. */
export function watchStandardStreams(): { lostOutput(): OutputLost | undefined } {
  let first: OutputLost | undefined;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: Error) => {
      if (!isBrokenPipe(error)) first ??= lost(error);
    });
  }
  return { lostOutput: () => first };
}
