/** That a run says first on which identity provider it is, as the README promises, and what it will do before anything of it is done. */
import { expect, test } from 'vitest';
import type { Progress } from '../harness/progress/progress.ts';
import { announced } from '../harness/run/announced.ts';
import { silentProgress } from '../harness/run/silent-progress.ts';
import type { ScenarioResult } from '../harness/verdict/results.ts';

function heard(shares: number, tell: (...progress: readonly Progress[]) => void): readonly string[] {
  const lines: string[] = [];
  const progress: Progress = {
    ...silentProgress,
    phase: (name) => void lines.push(name),
    planned: (count) => void lines.push(`${count} planned`),
    note: (message) => void lines.push(message),
    scenarioStarted: (id) => void lines.push(`${id} started`),
    scenarioEnded: ({ id }) => void lines.push(`${id} ended`),
  };
  tell(...announced(progress, { notes: ['seed 7'], planned: 2, shares }));
  return lines;
}
const ended = (id: string) => ({ id }) as ScenarioResult;

test('the identity provider comes first, then the notes, the worlds and the plan, each once', () => {
  const lines = heard(1, (progress) => {
    for (const name of ['identity provider', 'identity provider', 'worlds', 'scenarios'] as const) progress?.phase(name);
    progress?.scenarioStarted('a');
    for (const name of ['checkers', 'checkers'] as const) progress?.phase(name);
  });
  const scenarios = ['scenarios', '2 planned', 'a started'];
  expect(lines).toEqual(['identity provider', 'identity provider', 'seed 7', 'worlds', ...scenarios, 'checkers', 'checkers']);
});

test('a scenario of another process that is ready sooner comes after the plan all the same, and nothing goes back from there', () => {
  const lines = heard(2, (leading, other) => {
    leading?.phase('identity provider');
    other?.scenarioEnded(ended('a'));
    for (const name of ['worlds', 'scenarios'] as const) leading?.phase(name);
    leading?.scenarioEnded(ended('b'));
  });
  expect(lines).toEqual(['identity provider', 'seed 7', 'scenarios', '2 planned', 'a ended', 'b ended']);
});

test('the checks begin when the last process has come to them', () => {
  const lines = heard(2, (leading, other) => {
    for (const name of ['scenarios', 'checkers', 'checkers'] as const) leading?.phase(name);
    other?.scenarioEnded(ended('a'));
    for (const name of ['checkers', 'checkers'] as const) other?.phase(name);
  });
  expect(lines).toEqual(['seed 7', 'scenarios', '2 planned', 'a ended', 'checkers']);
});
