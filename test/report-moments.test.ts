/** What a scenario marked: the moments of a drill are drawn as its timeline, and everything else stands in its own card, folded. */
import { expect, test } from 'vitest';
import type { Mark, RunResults } from '../harness/verdict/results.ts';
import { htmlReport } from '../reports/index.ts';
import { greenResults } from './samples/run-results.ts';

const drillId = 'recovery/a-rotated-client-secret-is-repaired-through-break-glass';
const sectionOf = (report: string, id: string): string => new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(report)?.[0] ?? '';
const cardOf = (report: string, id: string): string =>
  report.split('<details class="card').find((card) => card.includes(`id="scenario-${id.replaceAll('/', '-')}"`)) ?? '';

/** The sample without its drill, and its first scenario with these marks. */
function marked(marks: readonly Omit<Mark, 'atMs'>[]): { readonly results: RunResults; readonly id: string } {
  const results = greenResults();
  const scenarios = results.scenarios.filter(({ id }) => id !== drillId);
  const [first, ...others] = scenarios;
  if (first === undefined) throw new Error('the sample has no other scenario');
  const timed = marks.map((mark, index) => ({ ...mark, atMs: first.startedAtMs + 1200 * (index + 1) }));
  return { id: first.id, results: { ...results, scenarios: [{ ...first, marks: timed }, ...others], planned: scenarios.length } };
}

const noted = [
  { name: 'fault-installed', note: 'directory.feed-halved' },
  { name: 'directory-before', note: 'digest of what it holds: 40a33886912d' },
  { name: 'directory-after', note: 'digest of what it holds: 40a33886912d' },
];

test('the sample has a drill, so that its absence means something', () => {
  expect(greenResults().scenarios.map(({ id }) => id)).toContain(drillId);
  expect(sectionOf(htmlReport(greenResults()), 'timeline')).toContain('Timeline of the drill');
});

test('three moments of a scenario that is no drill make no timeline', () => {
  const report = htmlReport(marked(noted).results);
  expect(sectionOf(report, 'timeline')).toBe('');
  expect(report).not.toContain('href="#timeline"');
  expect(report).not.toContain('class="drill"');
});

test('they stand in the card of their scenario, folded, with the time since it began', () => {
  const { results, id } = marked(noted);
  const [, moments = ''] = cardOf(htmlReport(results), id).split('What was noted on the way');
  expect(moments).toMatch(/^<\/h4><details class="more"><summary>3 moments<\/summary>/);
  expect(moments).toMatch(/Fault installed[\s\S]*directory\.feed-halved[\s\S]*\+1\.2 s/);
  expect(moments).toMatch(/Directory after[\s\S]*digest of what it holds: 40a33886912d[\s\S]*\+3\.6 s[\s\S]*1\.2 s later/);
});

test('a scenario that marked nothing says nothing of it', () => {
  const { results, id } = marked([]);
  expect(cardOf(htmlReport(results), id)).not.toContain('noted on the way');
});

test('the moments of a drill stand in its timeline, and its card leads there', () => {
  const card = cardOf(htmlReport(greenResults()), drillId);
  expect(card).toContain('href="#timeline"');
  expect(card).not.toContain('noted on the way');
});

test('a drill that broke off has the timeline of what came to pass', () => {
  const { results, id } = marked([{ name: 'fault-installed' }, { name: 'lock-out-noticed' }]);
  const timeline = sectionOf(htmlReport(results), 'timeline');
  expect(timeline).toContain(`href="#scenario-${id.replaceAll('/', '-')}"`);
  expect(timeline).toContain('Until noticed');
  expect(timeline).not.toContain('Locked out');
});
