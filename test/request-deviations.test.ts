/** Every deviation of requests departs from its honest twin in one run of bytes, breaks a clause that no other breaks at the same rule unless it is a variant, and has its scenario with the same code. */
import { expect, test } from 'vitest';
import { type RawRequest, type RequestDeviation, written } from '../fakes/deviations/requests/raw-request.ts';
import { requestDeviations } from '../fakes/deviations/requests.ts';
import { codesOf } from '../harness/defects/rules.ts';
import { loadScenarios } from '../harness/run/load-scenarios.ts';
import { releasedPolicy } from '../harness/target/reference/index.ts';
import { clauseOf } from '../reports/index.ts';

const host = 'tracker.acme.isolated.test';
const hosts = { other: 'admin.acme.isolated.test', foreign: 'tracker.initech.isolated.test' };
const common = [
  ['Host', host],
  ['Connection', 'close'],
  ['Cookie', '__Host-session=s'],
] as const;
const honest: Readonly<Record<'reading' | 'posting', RawRequest>> = {
  reading: { method: 'GET', target: '/api/issues', version: 'HTTP/1.1', headers: common, body: '' },
  posting: {
    method: 'POST',
    target: '/issues',
    version: 'HTTP/1.1',
    headers: [
      ...common,
      ['Origin', `https://${host}`],
      ['Sec-Fetch-Site', 'same-origin'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Content-Length', '7'],
    ],
    body: 'title=x',
  },
};
const all = Object.entries<RequestDeviation>(requestDeviations);

test('there are at least forty, and no two break the same clause at the same rule but variants', () => {
  const counted = all.filter(([, { variantOf }]) => variantOf === undefined);
  const pairs = counted.map(([, { breaks, refusedWith }]) => `${clauseOf(breaks)} at ${refusedWith}`);
  expect(pairs.length).toBeGreaterThanOrEqual(40);
  expect(pairs.filter((pair, at) => pairs.indexOf(pair) !== at)).toEqual([]);
});

test('every code that a deviation must meet is the code of a rule', () => {
  const codes = new Set(codesOf(releasedPolicy));
  expect(all.filter(([, { refusedWith }]) => !codes.has(refusedWith)).map(([name]) => name)).toEqual([]);
});

test.each(all)('a request %s is not the honest one, and is made of it alone', (_name, { of, make }) => {
  const made = make(honest[of], hosts);
  expect(make(honest[of], hosts)).toEqual(made);
  expect(made.sendsOnly === undefined ? made.text : made.text.slice(0, made.sendsOnly)).not.toBe(written(honest[of]).text);
  expect([...made.text].every((character) => character <= '\u00ff')).toBe(true);
});

/** Lines that came, went or changed. The length of another body, and the second line of a pair, are no departure of their own. */
test.each(all)('a request %s departs in one place', (_name, { of, make }) => {
  const lines = (text: string): readonly string[] => text.split('\r\n\r\n')[0]?.split('\r\n') ?? [];
  const [before, after] = [lines(written(honest[of]).text), lines(make(honest[of], hosts).text)];
  const gone = before.filter((line) => !after.includes(line));
  expect(gone.length).toBeLessThanOrEqual(1 + Number(after.length === 1) * before.length);
});

test('every deviation has a scenario of its own that expects the same code', async () => {
  const scenarios = await loadScenarios(new URL('../scenarios/', import.meta.url));
  const claimed = new Map(scenarios.map(({ id, scenario }) => [id, scenario]));
  for (const [name, { refusedWith }] of all) {
    const scenario = claimed.get(`ingress/a-request-${name}-is-refused`);
    expect(scenario?.deviation, name).toEqual({ request: name });
    expect(scenario?.expect[0].claim, name).toBe(`is refused with ${refusedWith}`);
  }
});
