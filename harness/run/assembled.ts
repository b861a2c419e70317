/** Puts the results of a run together: what was run on what, every verdict, and the verdict over all. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { runVerdict } from '../verdict/exit-code.ts';
import type { CheckerResult, RunResults, ScenarioResult } from '../verdict/results.ts';
import type { Booted } from './boot.ts';
import { departuresOf } from './departures.ts';
import type { RunOptions } from './run-options.ts';
import { titlesOf } from './titles.ts';

const project = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

type Ran = {
  readonly booted: Booted;
  readonly startedAtMs: number;
  readonly results: readonly ScenarioResult[];
  readonly judged: readonly CheckerResult[];
  readonly worlds: number;
  readonly warnings: readonly string[];
};

export function assembled(options: RunOptions, { booted, startedAtMs, results, judged, worlds, warnings }: Ran): RunResults {
  const { chosen } = booted;
  const planned = options.planned.length;
  const notRun = unjudged(options, results);
  const interrupted = options.interrupted.aborted && notRun.length > 0;
  const departures = departuresOf(options);
  return {
    schema: 'tempered-results/1',
    run: {
      id: randomUUID(),
      seed: options.seed,
      startedAtMs,
      endedAtMs: Date.now(),
      version: project.version,
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      mode: options.mode,
      ...(booted.browser === undefined ? {} : { browser: booted.browser }),
      workers: worlds,
      processes: options.processes ?? false,
      command: options.command,
      interrupted,
    },
    idp: {
      driver: chosen.idp.driver,
      version: chosen.idp.version,
      because: chosen.because,
      passedOver: chosen.passedOver.map(({ driver, why }) => ({ driver, why })),
      readyMs: booted.idpReadyMs,
    },
    profile: { name: 'reference', departures },
    planned,
    notRun,
    scenarios: [...results],
    checkers: [...judged],
    titles: titlesOf([...results.map(({ proves }) => proves), ...[...judged, ...departures].map(({ cites }) => cites)].flat()),
    warnings: [...warnings, ...(interrupted ? [wasInterrupted(notRun.length, planned)] : [])],
    ...runVerdict({ planned, verdicts: results.map(({ verdict }) => verdict), checkers: judged.map(({ verdict }) => verdict) }),
  };
}

const unjudged = ({ planned }: RunOptions, results: readonly ScenarioResult[]): RunResults['notRun'] => {
  const ran = new Set(results.map(({ id }) => id));
  return planned.filter(({ id }) => !ran.has(id)).map(({ id, claim }) => ({ id, claim }));
};

const wasInterrupted = (notRun: number, planned: number): string =>
  `the run was interrupted: ${notRun} of ${planned} planned scenarios were not run, and the checks over the whole run saw only the others`;
