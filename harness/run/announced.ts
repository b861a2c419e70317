/** What a run says of itself before it begins, in its place: the first line is about the identity provider, then come seed and plan, and all of it before the first scenario. */
import type { Progress } from '../progress/progress.ts';

export type Announcement = {
  /** Sentences that stand before the worlds are started. */
  readonly notes: readonly string[];
  /** How many scenarios. */
  readonly planned: number;
};

/** The same progress, into which the announcement is put once. Another process of the run may have a scenario to tell of before this one is ready. */
export function announced(progress: Progress, { notes, planned }: Announcement): Progress {
  const noted = once(() => {
    for (const note of notes) progress.note(note);
  });
  const counted = once(() => progress.planned(planned));
  const whole = (): void => {
    noted();
    counted();
  };
  return {
    ...progress,
    phase(name, detail) {
      if (name === 'worlds') noted();
      progress.phase(name, detail);
      if (name === 'scenarios') whole();
    },
    scenarioStarted(id) {
      whole();
      progress.scenarioStarted(id);
    },
    scenarioEnded(result) {
      whole();
      progress.scenarioEnded(result);
    },
  };
}

function once(say: () => void): () => void {
  let said = false;
  return () => {
    if (said) return;
    said = true;
    say();
  };
}
