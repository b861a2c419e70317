/** Live progress: a calm view on a terminal, plain lines everywhere else, and nothing left running after the last word. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Progress, progressOn } from '../harness/progress/index.ts';
import { type Beat, liveProgress } from '../harness/progress/live-progress.ts';
import { troubledResults } from './samples/run-results.ts';
import { scenarioResult } from './samples/scenario-samples.ts';
import { type SeenScreen, terminalScreen } from './samples/terminal-screen.ts';

const paths = { folder: '/r/run', html: '/r/run/report.html', json: '/r/run/results.json', junit: '/r/run/junit.xml' };

/** A clock that stands still, and a beat that a test strikes by hand. */
const handBeat = () => {
  const works = new Set<() => void>();
  let nowMs = 0;
  const beat: Beat = {
    now: () => nowMs,
    every(_, work) {
      works.add(work);
      return () => works.delete(work);
    },
  };
  return { beat, running: () => works.size, pass: (ms: number) => (nowMs += ms), strike: () => [...works].map((work) => work()) };
};

const wholeRun = (progress: Progress): void => {
  const results = troubledResults();
  progress.phase('preparing');
  progress.phase('identity provider', 'keycloak-jvm 26.7.3');
  progress.note('the snapshot is made once');
  progress.phase('worlds');
  progress.phase('scenarios');
  progress.planned(results.planned);
  for (const result of results.scenarios) {
    if (result.verdict.kind !== 'skipped') progress.scenarioStarted(result.id);
    progress.scenarioEnded(result);
  }
  progress.warn('keycloak-container did not start');
  progress.phase('checkers');
  progress.phase('reports');
  progress.done(results, paths);
};
const drawn = (screen: SeenScreen, title: string): string[] => screen.lines().filter((line) => line.includes(title));

test('the view redraws itself in place and shows what is running', () => {
  const screen = terminalScreen();
  const hand = handBeat();
  const progress = liveProgress(screen, {}, hand.beat);
  progress.phase('scenarios');
  progress.planned(13);
  progress.scenarioStarted('sign-in/an-anonymous-api-call-is-refused');
  hand.pass(2500);
  hand.strike();
  expect(drawn(screen, 'Scenarios')).toHaveLength(1);
  expect(drawn(screen, 'An anonymous API call is refused  2.5 s')).toHaveLength(1);
  progress.scenarioEnded(
    scenarioResult({ id: 'sign-in/an-anonymous-api-call-is-refused', proves: ['M-05'], verdict: { kind: 'pass', expectationsMet: 1 } }),
  );
  expect(drawn(screen, 'An anonymous API call')).toEqual([]);
  expect(drawn(screen, '1/13  ✔ 1 passed')).toHaveLength(1);
});

test('notes, warnings and what did not pass stay above the view', () => {
  const screen = terminalScreen({ columns: 120 });
  wholeRun(liveProgress(screen, {}, handBeat().beat));
  const lines = screen.lines();
  const at = (text: string): number => lines.findIndex((line) => line.includes(text));
  expect(at('the snapshot is made once')).toBeGreaterThanOrEqual(0);
  expect(at('warning')).toBeLessThan(at('Identity provider'));
  expect(at('failed')).toBeLessThan(at('Identity provider'));
  expect(drawn(screen, 'Identity provider')).toHaveLength(1);
  expect(lines.some((line) => line.includes('▸'))).toBe(false);
});

test('the last line on the screen holds the counts', () => {
  for (const isTTY of [true, false]) {
    const screen = terminalScreen({ isTTY });
    wholeRun(progressOn(screen, { TERM: 'xterm' }));
    expect(screen.lines().findLast((line) => line !== '')).toBe('13 planned: 9 passed, 1 failed, 1 error, 1 inconclusive, 1 skipped');
    expect(screen.raw()).toContain('report.html');
  }
});

test('nothing beats after the last word or after a break', () => {
  const ended = handBeat();
  wholeRun(liveProgress(terminalScreen(), {}, ended.beat));
  const broken = handBeat();
  const progress = liveProgress(terminalScreen(), {}, broken.beat);
  progress.phase('worlds');
  expect(broken.running()).toBe(1);
  progress.close();
  progress.close();
  expect([ended.running(), broken.running()]).toEqual([0, 0]);
});

test('after a break the view stays as it was, and later notes stand below it', () => {
  const screen = terminalScreen();
  const progress = liveProgress(screen, {}, handBeat().beat);
  progress.phase('worlds');
  progress.close();
  progress.note('stopping');
  const lines = screen.lines().filter((line) => line !== '');
  expect(lines.at(-1)).toContain('stopping');
  expect(drawn(screen, 'Worlds')).toHaveLength(1);
});

test('no line of the view is wider than the terminal, and the view never taller', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20, max: 200 }),
      fc.integer({ min: 10, max: 60 }),
      fc.array(fc.string({ maxLength: 300 }), { maxLength: 40 }),
      (columns, rows, ids) => {
        const screen = terminalScreen({ columns, rows });
        const progress = liveProgress(screen, {}, handBeat().beat);
        progress.phase('scenarios', ids.join(' '));
        for (const id of ids) progress.scenarioStarted(id);
        const lines = screen.lines().filter((line) => line !== '');
        expect(lines.length).toBeLessThan(rows);
        expect(lines.every((line) => [...line].length < columns)).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});

test('plain lines hold no control character and are never redrawn', () => {
  const screen = terminalScreen({ isTTY: false });
  wholeRun(progressOn(screen, {}));
  expect(screen.raw()).not.toMatch(/[^\P{Cc}\n]/u);
  expect(drawn(screen, '[10/13] ✖ failed: A login from an unlisted address is refused')).toHaveLength(1);
  expect(screen.raw().match(/Identity provider/g)).toHaveLength(1);
});

test.each([
  ['a terminal', { TERM: 'xterm' }, true, true],
  ['NO_COLOR', { TERM: 'xterm', NO_COLOR: '1' }, true, false],
  ['NO_COLOR against FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['a pipe', {}, false, false],
  ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
  ['a dumb terminal', { TERM: 'dumb' }, true, false],
] as const)('colours with %s', (_, env, isTTY, coloured) => {
  const screen = terminalScreen({ isTTY });
  wholeRun(progressOn(screen, env));
  expect(
    screen
      .raw()
      .split('\u001b[')
      .slice(1)
      .some((rest) => /^\d+m/.test(rest)),
  ).toBe(coloured);
});

test('a CI that calls itself a terminal gets plain lines', () => {
  const screen = terminalScreen();
  wholeRun(progressOn(screen, { TERM: 'xterm', CI: 'true', NO_COLOR: '1' }));
  expect(screen.raw()).not.toContain('\u001b');
});

test('what could not be written is said before the counts', () => {
  const screen = terminalScreen({ isTTY: false });
  progressOn(screen, {}).done(troubledResults(), {
    folder: '/r/run',
    trouble: ['/r/run/report.html could not be written: the disk is full; make room.'],
  });
  const lines = screen.lines();
  expect(lines.findIndex((line) => line.startsWith('Trouble: /r/run/report.html'))).toBeGreaterThan(0);
});
