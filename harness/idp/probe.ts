/** Asks a driver whether this machine can run its identity provider, and takes neither a crash nor a silence for a yes. */
import type { IdpDriver, Usable } from './driver.ts';
import { drivers as every } from './drivers.ts';

const probeTimeoutMs = 5_000;

type ProbeOptions = { readonly image?: string };
export type Probed = { readonly driver: IdpDriver; readonly usable: Usable };

/** Never rejects: a probe that throws or takes longer than 5 s says no. */
export async function probeDriver(driver: IdpDriver, { image }: ProbeOptions = {}): Promise<Usable> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Usable>((resolve) => {
    timer = setTimeout(() => resolve(no('did not answer in 5 s')), probeTimeoutMs);
  });
  try {
    return await Promise.race([driver.usable(image === undefined ? {} : { image }), late]);
  } catch (problem) {
    return no(`failed: ${problem instanceof Error ? problem.message : 'for an unknown reason'}`);
  } finally {
    clearTimeout(timer);
  }
}

const no = (what: string): Usable => ({ yes: false, why: `the look at whether it is usable ${what}`, remedy: 'run npx tempered doctor' });

/** Every driver with what its probe says, in the order of `auto`: for `doctor` and `list drivers`. */
export function probeDrivers(options: ProbeOptions & { readonly drivers?: readonly IdpDriver[] } = {}): Promise<readonly Probed[]> {
  return Promise.all((options.drivers ?? every).map(async (driver) => ({ driver, usable: await probeDriver(driver, options) })));
}
