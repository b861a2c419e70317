/** Puts the results of a run together: what was run on what, every verdict, and the verdict over all. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runVerdict } from '../verdict/exit-code.ts';
import type { RunResults, ScenarioResult } from '../verdict/results.ts';
import { checksTogether } from './checks-together.ts';
import { departuresOf } from './departures.ts';
import type { RunOptions } from './run-options.ts';
import type { Share } from './share.ts';
import { titlesOf } from './titles.ts';
import { worldsBefore } from './world-numbers.ts';

const project = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

type Ran = { readonly startedAtMs: number; readonly shares: readonly Share[] };

/** `shares`: at least one. */
export function assembled(options: RunOptions, { startedAtMs, shares }: Ran): RunResults {
  const planned = options.planned.length;
  const scenarios = resultsOf(options, shares);
  const judged = checksTogether(shares);
  const notRun = unjudged(options, scenarios);
  const interrupted = options.interrupted.aborted && notRun.length > 0;
  const departures = departuresOf(options);
  return {
    schema: 'tempered-results/1',
    run: {
      id: randomUUID(),
      startedAtMs,
      endedAtMs: Date.now(),
      interrupted,
      ...made(options, shares),
    },
    idp: idpOf(shares),
    profile: { name: 'reference', departures },
    planned,
    notRun,
    scenarios,
    checkers: judged,
    titles: titlesOf([...scenarios.map(({ proves }) => proves), ...[...judged, ...departures].map(({ cites }) => cites)].flat()),
    warnings: [...new Set(shares.flatMap(({ warnings }) => warnings)), ...(interrupted ? [wasInterrupted(notRun.length, planned)] : [])],
    ...runVerdict({ planned, verdicts: scenarios.map(({ verdict }) => verdict), checkers: judged.map(({ verdict }) => verdict) }),
  };
}

/** In the order of the plan; the worlds of a share are counted on from those of the shares before it. Throws when there is one too many: of two verdicts only one would be seen. */
function resultsOf({ planned }: RunOptions, shares: readonly Share[]): ScenarioResult[] {
  const before = worldsBefore(shares);
  const results = shares.flatMap((share, at) =>
    share.results.map((result) => ({ ...result, world: result.world && result.world + (before[at] ?? 0) })),
  );
  const byId = new Map(results.map((result) => [result.id, result]));
  const inOrder = planned.flatMap(({ id }) => byId.get(id) ?? []);
  if (inOrder.length !== results.length) throw new RangeError('a scenario was run twice, or was not planned');
  return inOrder;
}

/** How the run was made. */
function made(options: RunOptions, shares: readonly Share[]) {
  const browser = shares.find((share) => share.browser !== undefined)?.browser;
  return {
    seed: options.seed,
    version: project.version,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    mode: options.mode,
    ...(browser === undefined ? {} : { browser }),
    workers: shares.reduce((sum, { worlds }) => sum + worlds, 0),
    ...(shares.length > 1 ? { shares: shares.length } : {}),
    processes: options.processes ?? false,
    command: options.command,
  };
}

/** Every share chose the same one; the run was ready when the last of them was. */
function idpOf(shares: readonly Share[]): RunResults['idp'] {
  const [first] = shares;
  if (!first) throw new RangeError('a run without a share');
  return { ...first.idp, readyMs: Math.max(...shares.map(({ idp }) => idp.readyMs)) };
}

const unjudged = ({ planned }: RunOptions, results: readonly ScenarioResult[]): RunResults['notRun'] => {
  const ran = new Set(results.map(({ id }) => id));
  return planned.filter(({ id }) => !ran.has(id)).map(({ id, claim }) => ({ id, claim }));
};

const wasInterrupted = (notRun: number, planned: number): string =>
  `the run was interrupted: ${notRun} of ${planned} planned scenarios were not run, and the checks over the whole run saw only the others`;
