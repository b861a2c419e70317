/** Keeps in mind which scenarios are under way, so that an interruption can say what it waits for. */
import { claimOf } from '../scenario/index.ts';
import type { PhaseName, Progress } from './progress.ts';

export type UnderWay = {
  /** Tells `progress` everything, and listens. */
  readonly progress: Progress;
  /** What ends before the run does, in words: `2 scenarios that are under way to end (…)`. */
  awaited(): string;
};

const starting: ReadonlySet<PhaseName> = new Set(['preparing', 'identity provider', 'worlds']);
/** So many are named. */
const mostNamed = 4;

export function underWay(progress: Progress): UnderWay {
  const running = new Set<string>();
  let phase: PhaseName = 'preparing';
  return {
    progress: {
      ...progress,
      phase(name, detail) {
        phase = name;
        progress.phase(name, detail);
      },
      scenarioStarted(id) {
        running.add(id);
        progress.scenarioStarted(id);
      },
      scenarioEnded(result) {
        running.delete(result.id);
        progress.scenarioEnded(result);
      },
    },
    awaited() {
      const names = [...running].map(claimOf);
      if (names.length === 0) return starting.has(phase) ? 'what is starting, to end it' : 'the last words of the run';
      const beyond = names.length - mostNamed;
      const named = names.slice(0, mostNamed).join('; ');
      const count = names.length === 1 ? 'a scenario that is' : `${names.length} scenarios that are`;
      return `${count} under way to end (${named}${beyond > 0 ? `; and ${beyond} more` : ''})`;
    },
  };
}
