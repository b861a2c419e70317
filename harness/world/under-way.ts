/** What a world notes of the scenario that is under way in it. */
import type { OpenHistory } from '../history/index.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Mark } from '../verdict/results.ts';
import type { RunningWorld } from './running-world.ts';

export type UnderWay = Pick<RunningWorld, 'beginScenario' | 'operations' | 'marks'> & {
  mark(name: string, note?: string): void;
  /** Whose hands act in it, when somebody else's than in the rest of the run. */
  hands(): Scenario['hands'];
  /** A new act begins: what was marked before is of no use. */
  forgetMarks(): void;
};

export function underWay(history: OpenHistory): UnderWay {
  let [marks, begun]: [Mark[], number] = [[], 0];
  let hands: Scenario['hands'];
  return {
    beginScenario: (wanted) => {
      begun = history.list().length;
      hands = wanted;
      marks = [];
    },
    operations: () => history.after(begun),
    marks: () => [...marks],
    mark: (name, note) => void marks.push({ name, atMs: Date.now(), ...(note === undefined ? {} : { note }) }),
    hands: () => hands,
    forgetMarks: () => {
      marks = [];
    },
  };
}
