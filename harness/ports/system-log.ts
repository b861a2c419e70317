/** The operator's log of a world's system, kept in memory: read by the search for secrets, and shown when something broke. */
import type { Log } from '../../system/index.ts';

export type SystemLog = Log & { text(): string };

/** What broke, with its stack; empty when there is no error. */
export const causeInWords = (cause: unknown): string =>
  cause instanceof Error ? ` ${cause.stack ?? cause.message}${cause.cause === undefined ? '' : ` caused by ${String(cause.cause)}`}` : '';

export function systemLog(): SystemLog {
  const lines: string[] = [];
  return {
    info: (message) => void lines.push(`info ${message}`),
    error: (message, cause) => void lines.push(`error ${message}${causeInWords(cause)}`),
    text: () => lines.join('\n'),
  };
}
