/** That a run says first on which identity provider it is, as the README promises, and what it will do before anything of it is done. */
import { expect, test } from 'vitest';
import type { Progress } from '../harness/progress/progress.ts';
import { announced } from '../harness/run/announced.ts';
import type { ScenarioResult } from '../harness/verdict/results.ts';
import { quiet } from './teeth-runs.ts';

function heard(tell: (progress: Progress) => void): readonly string[] {
  const lines: string[] = [];
  const progress: Progress = {
    ...quiet,
    phase: (name) => void lines.push(name),
    planned: (count) => void lines.push(`${count} planned`),
    note: (message) => void lines.push(message),
    scenarioStarted: (id) => void lines.push(`${id} started`),
    scenarioEnded: ({ id }) => void lines.push(`${id} ended`),
  };
  tell(announced(progress, { notes: ['seed 7'], planned: 2 }));
  return lines;
}

test('the identity provider comes first, then the notes, the worlds and the plan, each once', () => {
  const lines = heard((progress) => {
    for (const name of ['identity provider', 'identity provider', 'worlds', 'scenarios'] as const) progress.phase(name);
    progress.scenarioStarted('a');
    progress.phase('checkers');
  });
  expect(lines).toEqual(['identity provider', 'identity provider', 'seed 7', 'worlds', 'scenarios', '2 planned', 'a started', 'checkers']);
});

test('a scenario of another process that is ready sooner comes after the plan all the same', () => {
  const lines = heard((progress) => {
    progress.phase('identity provider');
    progress.scenarioEnded({ id: 'a' } as ScenarioResult);
    for (const name of ['worlds', 'scenarios'] as const) progress.phase(name);
  });
  expect(lines).toEqual(['identity provider', 'seed 7', '2 planned', 'a ended', 'worlds', 'scenarios']);
});
