/** A whole run: plan, boot, worlds, scenarios in parallel and then alone, checkers, results. One failing scenario never stops the others. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { checkers, runChecker } from '../checkers/index.ts';
import type { Wanted } from '../idp/index.ts';
import type { Progress } from '../progress/progress.ts';
import { profileDepartures } from '../target/reference/index.ts';
import { runVerdict } from '../verdict/exit-code.ts';
import type { CheckerResult, RunResults, ScenarioResult } from '../verdict/results.ts';
import type { RunningWorld } from '../world/world.ts';
import { type Booted, boot } from './boot.ts';
import { gatherEvidence } from './evidence.ts';
import { type Planned, runsAlone } from './plan.ts';
import { runPlan } from './run-plan.ts';

export type RunOptions = {
  /** What was chosen; not empty. */
  readonly planned: readonly Planned[];
  readonly wanted: Wanted;
  readonly image?: string;
  readonly mode: 'browser' | 'wire';
  readonly headed: boolean;
  /** Each zone in a process of its own; without it the boundary is judged in one process, which is no evidence (S1). */
  readonly processes?: boolean;
  readonly seed: number;
  readonly workers: number;
  /** The words that repeat this run. */
  readonly command: string;
  /** Where screenshots and traces go. */
  readonly attachments: string;
  readonly interrupted: AbortSignal;
  readonly progress: Progress;
};

const project = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

/** Rejects only when nothing could be run at all (`NoIdentityProvider`, `NoBrowser`, `SourceAddressMissing`, …). */
export async function runSuite(options: RunOptions): Promise<RunResults> {
  const startedAtMs = Date.now();
  const { progress, planned } = options;
  const worlds = Math.max(1, Math.min(options.workers, planned.filter(({ scenario }) => !runsAlone(scenario)).length));
  progress.phase('identity provider');
  const booted = await boot({ ...options, worlds, progress: (message) => progress.note(message) });
  try {
    const { chosen } = booted;
    progress.phase('worlds', `${chosen.idp.driver} ${chosen.idp.version}: ${chosen.because}`);
    const running = await Promise.all(Array.from({ length: worlds }, (_, index) => booted.startWorld(index + 1)));
    progress.phase('scenarios');
    progress.planned(planned.length);
    const { results, warnings } = await runPlan({ ...options, worlds: running, booted });
    progress.phase('checkers');
    const judged = await judgeRun(booted, running, results);
    return assembled(options, { booted, startedAtMs, results, judged, worlds, warnings: [...chosen.warnings, ...warnings] });
  } finally {
    await booted.close();
  }
}

async function judgeRun(
  booted: Booted,
  worlds: readonly RunningWorld[],
  results: readonly ScenarioResult[],
): Promise<readonly CheckerResult[]> {
  const unheard = await unheardZones(worlds);
  const evidence = await gatherEvidence(worlds, [{ name: 'the results', text: JSON.stringify(results) }]);
  const judged = checkers.map((checker) => runChecker(checker, evidence));
  const problems = worlds.flatMap(({ problems: unhealed }) => unhealed);
  const leaks = booted.sockets.undeclared.map(({ stack }) => `a socket that no declared way out opened: ${stack}`);
  return [
    ...judged,
    // A checker of its own kind: its canary is every declared socket that the same guard did hear.
    watched({
      name: 'every-socket-is-declared',
      claim: 'Every client socket of the harness and of the zones was opened by a declared way out',
      cites: ['S13', 'I-01'],
      unit: 'sockets',
      examined: booted.sockets.declared.length,
      findings: leaks,
    }),
    ...(worlds.some(({ zonesApart }) => zonesApart) ? [everyZoneWasHeard(worlds, unheard)] : []),
    ...(problems.length > 0
      ? [
          watched({
            name: 'every-fault-heals',
            claim: 'Every fault that was installed was gone after healing',
            cites: ['A-12'],
            unit: 'failed heals',
            examined: problems.length,
            findings: problems,
          }),
        ]
      : []),
  ];
}

/** A zone whose process ended before its time, or cannot tell what it heard. */
async function unheardZones(worlds: readonly RunningWorld[]): Promise<readonly string[]> {
  const settled = await Promise.allSettled(worlds.map(({ target }) => target.settled()));
  const silent = settled.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  return [...worlds.flatMap(({ target }) => target.deaths), ...silent];
}

const everyZoneWasHeard = (worlds: readonly RunningWorld[], findings: readonly string[]): CheckerResult =>
  watched({
    name: 'every-zone-is-heard',
    claim: 'The process of every zone ran to the end of the run, and told all that its observers heard',
    cites: ['S1', 'S13'],
    unit: 'processes',
    examined: worlds.reduce((count, { target }) => count + Object.keys(target.processIds()).length, 0),
    findings: [...findings],
  });

const watched = (found: Pick<CheckerResult, 'name' | 'claim' | 'cites' | 'unit' | 'examined' | 'findings'>): CheckerResult => ({
  ...found,
  canary: found.examined > 0 ? 'found' : 'not-found',
  verdict: found.findings.length > 0 ? 'fail' : found.examined > 0 ? 'pass' : 'inconclusive',
});

type Outcome = {
  readonly booted: Booted;
  readonly startedAtMs: number;
  readonly results: readonly ScenarioResult[];
  readonly judged: readonly CheckerResult[];
  readonly worlds: number;
  readonly warnings: readonly string[];
};

function assembled(options: RunOptions, { booted, startedAtMs, results, judged, worlds, warnings }: Outcome): RunResults {
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
