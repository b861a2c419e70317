/** Progress as a calm view that redraws itself at the foot of a terminal; what is worth keeping scrolls away above it. */
import { oneLine, reason, terminalSummary, troubleLines } from '../../reports/index.ts';
import { endedWith, entered, finished, freshState, type LiveState, started } from './live-state.ts';
import { liveLines } from './live-view.ts';
import { type Environment, paintFor, type Screen } from './paint.ts';
import type { Progress } from './progress.ts';
import { whereLines } from './where.ts';

/** How often the times in the view move on, in milliseconds. */
const beatMs = 1000;

export type Beat = { now(): number; every(ms: number, work: () => void): () => void };
const realBeat: Beat = {
  now: Date.now,
  every(ms, work) {
    const timer = setInterval(work, ms).unref();
    return () => clearInterval(timer);
  },
};

/** The cursor is never hidden and no other screen is used, so a process that is killed leaves a usable terminal. */
export function liveProgress(screen: Screen, env: Environment, beat: Beat = realBeat): Progress {
  const paint = paintFor(screen, env);
  let state: LiveState = freshState;
  let drawnLines = 0;
  let stopBeat: (() => void) | undefined;
  let closed = false;

  const erase = (): string => (drawnLines === 0 ? '' : `\u001b[${drawnLines}A\r\u001b[0J`);
  const draw = (above: readonly string[] = []): void => {
    const size = { columns: screen.columns ?? 80, rows: screen.rows ?? 24 };
    const view = closed ? [] : liveLines(state, beat.now(), size, paint);
    screen.write([erase(), ...[...above, ...view].map((line) => `${line}\n`)].join(''));
    drawnLines = view.length;
  };
  const change = (next: LiveState, above: readonly string[] = []): void => {
    state = next;
    if (!closed) stopBeat ??= beat.every(beatMs, () => draw());
    draw(above);
  };
  const close = (): void => {
    if (closed) return;
    stopBeat?.();
    draw();
    closed = true;
    drawnLines = 0;
  };
  return {
    phase: (name, detail) => change(entered(state, name, detail, beat.now())),
    planned: (count) => change({ ...state, planned: count }),
    note: (message) => draw([`  ${oneLine(message)}`]),
    warn: (text) => draw([`  ${paint('inconclusive', '◆ warning')}  ${oneLine(text)}`]),
    scenarioStarted: (id) => change(started(state, id, beat.now())),
    scenarioEnded(result) {
      const { verdict, claim } = result;
      const quiet = verdict.kind === 'pass' || verdict.kind === 'skipped';
      change(endedWith(state, result), quiet ? [] : troubleLines(verdict.kind, { claim, why: reason(verdict) }, paint));
    },
    done(results, paths) {
      state = finished(state, beat.now());
      close();
      screen.write(`${terminalSummary(results, whereLines(paths), paint).join('\n')}\n`);
    },
    close,
  };
}
