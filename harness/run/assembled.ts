/** Puts the results of a run together: what was run on what, every verdict, and the verdict over all. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { profileDepartures } from '../target/reference/index.ts';
import { runVerdict } from '../verdict/exit-code.ts';
import type { CheckerResult, RunResults, ScenarioResult } from '../verdict/results.ts';
import type { Booted } from './boot.ts';
import type { RunOptions } from './run-options.ts';

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
    },
    idp: {
      driver: chosen.idp.driver,
      version: chosen.idp.version,
      because: chosen.because,
      passedOver: chosen.passedOver.map(({ driver, why }) => ({ driver, why })),
      readyMs: booted.idpReadyMs,
    },
    profile: { name: 'reference', departures: profileDepartures.map(({ title, detail, cites }) => ({ title, detail, cites: [...cites] })) },
    planned,
    scenarios: [...results],
    checkers: [...judged],
    warnings: [...warnings],
    ...runVerdict({ planned, verdicts: results.map(({ verdict }) => verdict), checkers: judged.map(({ verdict }) => verdict) }),
  };
}
