/** How long the whole suite takes as a person runs it, from nothing running to nothing running, the report written. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DriverName, drivers, probeDriver } from '../harness/idp/index.ts';
import { findBrowser } from '../harness/setup/browser.js';
import { type RunResults, resultsSchema } from '../harness/verdict/results.ts';
import { sentOut } from './child-process.ts';
import { type Bench, type Figure, type Reading, roundsOf } from './figure.ts';
import { leased } from './leased.ts';
import { spreadOf } from './statistics.ts';

type Course = { readonly driver: DriverName; readonly mode: 'browser' | 'wire'; readonly mostSeconds?: number };
type Lap = { readonly seconds: number; readonly came: string };

const courses: readonly Course[] = [
  { driver: 'embedded', mode: 'wire' },
  { driver: 'embedded', mode: 'browser', mostSeconds: 40 },
  { driver: 'keycloak-jvm', mode: 'browser', mostSeconds: 120 },
];

export const suite: Figure = {
  name: 'suite',
  question: 'the whole suite on embedded (wire and browser) and on keycloak-jvm from its snapshot, start included',
  run: async (bench) => {
    const readings: Reading[] = [];
    for (const course of courses) readings.push(await measuredOn(bench, course));
    return readings;
  },
};

async function measuredOn(bench: Bench, course: Course): Promise<Reading> {
  const { driver, mode, mostSeconds } = course;
  const what = `suite on ${driver}, ${mode} mode`;
  const obstacle = await obstacleTo(bench, course);
  if (obstacle !== undefined) return { what, notMeasured: obstacle };
  const laps: Lap[] = [];
  for (let round = 0; round < roundsOf(bench, { usual: 1, quick: 1 }); round += 1) {
    const taken = await lap(bench, course);
    bench.progress(`${what}: ${taken.seconds.toFixed(1)} s (${taken.came})`);
    laps.push(taken);
  }
  const note = `wall time of a whole process, reports included; ${[...new Set(laps.map(({ came }) => came))].join('; ')}`;
  return {
    what,
    unit: 's',
    spread: spreadOf(laps.map(({ seconds }) => seconds)),
    note,
    ...(mostSeconds === undefined ? {} : { target: { atMost: mostSeconds } }),
  };
}

/** One run of the command line, its results in a folder that is gone afterwards. Rejects when it leaves no results. */
const lap = ({ seed }: Bench, { driver, mode }: Course): Promise<Lap> =>
  leased(async (lease) => {
    const json = join(lease.runFolder, 'results.json');
    const words = ['run', '--idp', driver, '--mode', mode, '--seed', `${seed}`, '--out', join(lease.runFolder, 'results'), '--json', json];
    const { exitCode, wallMs } = await sentOut({ script: new URL('../main.ts', import.meta.url), words, lease, progress: () => {} });
    const text = await readFile(json, 'utf8').catch(() => {
      throw new Error(`the run ended with ${exitCode} and left no results: tempered ${words.slice(0, 5).join(' ')}`);
    });
    return { seconds: wallMs / 1_000, came: inWords(resultsSchema.parse(JSON.parse(text))) };
  });

/** A fast suite that is not green is no fast suite: what came of it stands beside the time. */
function inWords({ verdict, scenarios, run, idp }: RunResults): string {
  const counts = new Map<string, number>();
  for (const { verdict: each } of scenarios) counts.set(each.kind, (counts.get(each.kind) ?? 0) + 1);
  const tally = [...counts].map(([kind, count]) => `${count} ${kind}`).join(', ');
  return `verdict ${verdict}: ${tally}; ${run.workers} workers; identity provider ready after ${(idp.readyMs / 1_000).toFixed(1)} s`;
}

async function obstacleTo({ quick }: Bench, { driver, mode }: Course): Promise<string | undefined> {
  if (quick) return 'left out by --quick';
  const chosen = drivers.find(({ name }) => name === driver);
  const usable = chosen && (await probeDriver(chosen));
  if (usable?.yes === false) return `${usable.why}; to use it: ${usable.remedy}`;
  if (mode === 'wire') return undefined;
  const browser = findBrowser();
  return 'missing' in browser ? `${browser.missing}; ${browser.remedy}` : undefined;
}
