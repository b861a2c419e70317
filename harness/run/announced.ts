/** What a run says of itself, in its place and once, however many processes share it: the first line is about the identity provider, then come seed and plan, all of it before the first scenario; and the checks begin when they begin for all of it. */
import type { PhaseName, Progress } from '../progress/progress.ts';

export type Announcement = {
  /** Sentences that stand before the worlds are started. */
  readonly notes: readonly string[];
  /** How many scenarios. */
  readonly planned: number;
  /** Among how many processes. */
  readonly shares: number;
};

/** A progress for each of the shares, the first of them that of the process that leads. Any of them may have a scenario to tell of before this one is ready. */
export function announced(progress: Progress, { notes, planned, shares }: Announcement): readonly Progress[] {
  const noted = once(() => {
    for (const note of notes) progress.note(note);
  });
  let running = false;
  const run = (): void => {
    if (running) return;
    running = true;
    noted();
    progress.phase('scenarios');
    progress.planned(planned);
  };
  let judging = 0;
  const judge = (): void => {
    judging += 1;
    if (judging === shares) progress.phase('checkers', 'each process judges what happened in it');
  };
  const before = (name: PhaseName, detail?: string): void => {
    if (running) return;
    if (name === 'worlds') noted();
    progress.phase(name, detail);
  };
  return Array.from({ length: shares }, () => {
    const judged = once(judge);
    return {
      ...progress,
      phase(name, detail) {
        if (name === 'scenarios') run();
        else if (name !== 'checkers') before(name, detail);
        else if (shares === 1) progress.phase(name, detail);
        else judged();
      },
      scenarioStarted(id) {
        run();
        progress.scenarioStarted(id);
      },
      scenarioEnded(result) {
        run();
        progress.scenarioEnded(result);
      },
    };
  });
}

function once(say: () => void): () => void {
  let said = false;
  return () => {
    if (said) return;
    said = true;
    say();
  };
}
