/** The program as a person starts it: main.ts on the Node that runs the tests, with what it said and how it ended. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};
export type Environment = Readonly<Record<string, string | undefined>>;

const entry = fileURLToPath(new URL('../main.ts', import.meta.url));

export type Tempered = {
  readonly child: ChildProcess;
  /** Resolves with all that was said when standard output and error together hold this text; rejects when the program ends before. */
  says(text: string): Promise<string>;
  readonly ended: Promise<Ended>;
};

/** `environment` is laid over the one of the tests; undefined removes a variable. */
export function startTempered(words: readonly string[], environment: Environment = {}): Tempered {
  const env = Object.fromEntries(
    Object.entries({ ...process.env, NO_COLOR: '1', ...environment }).filter(([, value]) => value !== undefined),
  );
  const child = spawn(process.execPath, [entry, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stdout, stderr }) as Ended);
  const says = async (text: string): Promise<string> => {
    while (!`${stdout}${stderr}`.includes(text)) {
      const over = await Promise.race([
        ended.then(() => true),
        once(child.stdout, 'data').then(() => false),
        once(child.stderr, 'data').then(() => false),
      ]);
      if (over && !`${stdout}${stderr}`.includes(text)) throw new Error(`it ended without saying "${text}":\n${stdout}${stderr}`);
    }
    return `${stdout}${stderr}`;
  };
  return { child, says, ended };
}

export const tempered = (words: readonly string[], environment?: Environment): Promise<Ended> => startTempered(words, environment).ended;
