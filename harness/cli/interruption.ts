/** Ctrl-C and SIGTERM: the first asks for an orderly end, a second one ends at once. */

export type Interruption = {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** Signals have their usual effect again. */
  release(): void;
};

/** A terminal's Ctrl-C reaches the whole process group, and npm passes it on once more: what arrives this soon is the same key press. */
const sameKeyPressMs = 300;
/** What a shell expects of a process that a Ctrl-C ended. */
const interruptedExitCode = 130;

type Source = Pick<NodeJS.Process, 'on' | 'off'>;

/** `first` is told once, with the signal's name. On the second signal `exit(130)` is called: the keeper of the lease ends whatever still runs. */
export function onInterruption(
  first: (name: string) => void,
  {
    source = process,
    exit = (code: number): void => process.exit(code),
    nowMs = () => performance.now(),
  }: { readonly source?: Source; readonly exit?: (code: number) => void; readonly nowMs?: () => number } = {},
): Interruption {
  const controller = new AbortController();
  let firstAtMs: number | undefined;
  const heard = (name: string): void => {
    if (firstAtMs === undefined) {
      firstAtMs = nowMs();
      first(name);
      controller.abort(name);
    } else if (nowMs() - firstAtMs >= sameKeyPressMs) exit(interruptedExitCode);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const name of signals) source.on(name, heard);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of signals) source.off(name, heard);
    },
  };
}
