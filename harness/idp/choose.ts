/** Chooses the identity provider of a run: the one that was asked for, or the first that this machine can run, and says why. */
import type { DriverName, IdpDriver, RunningIdp, StartOptions } from './driver.ts';
import { drivers as every } from './drivers.ts';
import { probeDriver } from './probe.ts';

export type Wanted = 'auto' | DriverName;
export type PassedOver = { readonly driver: DriverName; readonly why: string; readonly remedy: string };
export type Choice = {
  readonly driver: IdpDriver;
  /** Of the product, as its driver's probe says it. */
  readonly version: string;
  /** One clause for the first line of the run and for the report. */
  readonly because: string;
  /** What `auto` would have preferred, and what a person does to get it. */
  readonly passedOver: readonly PassedOver[];
};
export type ChooseOptions = { readonly wanted: Wanted; readonly image?: string; readonly drivers?: readonly IdpDriver[] };
export type Started = Choice & {
  readonly idp: RunningIdp;
  /** One for each driver that passed its probe and then did not start; they stay in the report. */
  readonly warnings: readonly string[];
};

/** No identity provider to run against: the harness cannot do its work (exit 4). The message says what to do. */
export class NoIdentityProvider extends Error {
  override readonly name = 'NoIdentityProvider';
  readonly passedOver: readonly PassedOver[];
  constructor(message: string, passedOver: readonly PassedOver[], options?: { readonly cause?: unknown }) {
    super(message, options);
    this.passedOver = passedOver;
  }
}

/** Starts nothing. Throws `NoIdentityProvider` when the named driver, or with `auto` every driver, is not usable. */
export async function chooseDriver({ wanted, image, drivers = every }: ChooseOptions): Promise<Choice> {
  return choose({ wanted, drivers, ...(image === undefined ? {} : { image }) }, []);
}

type Among = Required<Pick<ChooseOptions, 'wanted' | 'drivers'>> & { readonly image?: string };

async function choose({ wanted, drivers, image }: Among, already: readonly PassedOver[]): Promise<Choice> {
  const passedOver = [...already];
  const candidates = drivers.filter((driver) => wanted === 'auto' || driver.name === wanted);
  for (const driver of candidates.filter(({ name }) => !already.some((each) => each.driver === name))) {
    const usable = await probeDriver(driver, image === undefined ? {} : { image });
    if (usable.yes) return { driver, version: usable.version, because: reasonFor(wanted, drivers, usable.detail), passedOver };
    passedOver.push({ driver: driver.name, why: usable.why, remedy: usable.remedy });
  }
  throw new NoIdentityProvider(noneOf(wanted, passedOver), passedOver);
}

/** Which one, why, and why not a better one: for the first line of a run. */
export const choiceInWords = ({ driver, version, because, passedOver }: Choice): string =>
  [
    `${driver.name} ${version}: ${because}`,
    ...passedOver.map((better) => `passed over ${better.driver}: ${better.why} (to use it: ${better.remedy})`),
  ].join('; ');

const reasonFor = (wanted: Wanted, drivers: readonly IdpDriver[], detail: string): string =>
  wanted === 'auto'
    ? `the first of ${drivers.map((driver) => driver.name).join(', ')} that this machine can run (${detail})`
    : `asked for by name (${detail})`;

const noneOf = (wanted: Wanted, passedOver: readonly PassedOver[]): string => {
  if (passedOver.length === 0) return `there is no driver named ${wanted}`;
  const reasons = passedOver.map(({ driver, why, remedy }) => `${driver}: ${why}. To use it: ${remedy}.`);
  return [wanted === 'auto' ? 'no identity provider can be run here' : `${wanted} cannot be used here`, ...reasons].join('\n');
};

/**
 * Chooses and starts. With `auto`, a driver that passed its probe and then did not start gives way to the next, with a warning;
 * a named one does not: `NoIdentityProvider`, its cause being what the driver threw. `chose` is told of every choice before it is started.
 */
export async function startChosen(options: ChooseOptions & { chose?(choice: Choice): void }, start: StartOptions): Promise<Started> {
  const { wanted, drivers = every } = options;
  const among = { ...options, drivers };
  const warnings: string[] = [];
  let passedOver: readonly PassedOver[] = [];
  for (;;) {
    const choice = await choose(among, passedOver);
    options.chose?.(choice);
    try {
      return { ...choice, idp: await choice.driver.start(start), warnings };
    } catch (problem) {
      const failed = didNotStart(choice.driver, problem);
      passedOver = [...choice.passedOver, failed];
      if (wanted !== 'auto') throw new NoIdentityProvider(noneOf(wanted, passedOver), passedOver, { cause: problem });
      const warning = `${failed.driver} ${failed.why}; the next one is tried`;
      warnings.push(warning);
      start.progress(warning);
    }
  }
}

const didNotStart = (driver: IdpDriver, problem: unknown): PassedOver => ({
  driver: driver.name,
  why: `looked usable and then did not start: ${problem instanceof Error ? problem.message : 'for an unknown reason'}`,
  remedy: 'see what it says above, and run npx tempered doctor',
});
