/** Looks at everything a run needs of this machine, and says for each: usable or not, why, and what to do. Starts nothing but a browser's `--version`. */

import { networks } from '../../fixtures/fixtures.ts';
import { drivers, probeDrivers } from '../../idp/index.ts';
import { surveyLeases } from '../../lease/index.ts';
import { canBind, SourceAddressMissing } from '../../network/source-address.ts';
import { browserFrom, browserSources, findBrowser, findWindowBrowser } from '../../setup/browser.js';
import { cacheFolder } from '../../setup/cache-folder.js';

export type Finding = {
  readonly about: 'identity provider' | 'browser' | 'window' | 'network' | 'left-overs';
  readonly name: string;
  readonly usable: boolean;
  /** What it is, or why it is not usable. */
  readonly detail: string;
  /** What makes it usable; absent where there is nothing to do. */
  readonly remedy?: string;
};

export type Examination = {
  readonly findings: readonly Finding[];
  /** A driver, a browser and all source addresses are there. */
  readonly runPossible: boolean;
  /** One sentence for the last line. */
  readonly conclusion: string;
};

export async function examine(): Promise<Examination> {
  const [idps, addresses, leftOvers] = await Promise.all([identityProviders(), sourceAddresses(), leftBehind()]);
  const findings = [...idps, ...browsers(), browserWindow(), ...addresses, ...leftOvers];
  return { findings, ...concluded(findings, findBrowser()) };
}

const identityProviders = async (): Promise<readonly Finding[]> =>
  (await probeDrivers({ drivers })).map(({ driver: { name }, usable }) =>
    usable.yes
      ? { about: 'identity provider', name, usable: true, detail: `${usable.version}: ${usable.detail}` }
      : { about: 'identity provider', name, usable: false, detail: usable.why, remedy: usable.remedy },
  );

const browsers = (): readonly Finding[] =>
  browserSources.map((source) => {
    const found = browserFrom(source);
    return 'missing' in found
      ? { about: 'browser', name: source, usable: false, detail: found.missing, remedy: found.remedy }
      : { about: 'browser', name: source, usable: true, detail: `${found.kind} ${found.version} at ${found.executable}` };
  });

function browserWindow(): Finding {
  const found = findWindowBrowser();
  const known = { about: 'window', name: 'full browser' } as const;
  return 'missing' in found
    ? { ...known, usable: false, detail: found.missing, remedy: found.remedy }
    : { ...known, usable: true, detail: `${found.kind} ${found.version} at ${found.executable}` };
}

const sourceAddresses = (): Promise<readonly Finding[]> =>
  Promise.all(
    Object.entries(networks).map(async ([network, address]): Promise<Finding> => {
      const known = { about: 'network', name: network } as const;
      if (await canBind(address)) return { ...known, usable: true, detail: `can send from ${address}` };
      return { ...known, usable: false, detail: `cannot send from ${address}`, remedy: new SourceAddressMissing(address).remedy };
    }),
  );

async function leftBehind(): Promise<readonly Finding[]> {
  const cache = cacheFolder();
  const { running, dead, unreadable } = await surveyLeases({ cacheFolder: cache });
  const beside = running > 0 ? `; ${running} going on beside this` : '';
  const clean: Finding = { about: 'left-overs', name: 'earlier runs', usable: true, detail: `nothing was left behind${beside}` };
  const found: Finding = {
    ...clean,
    detail: `${dead} ended without cleaning up${beside}`,
    remedy: 'nothing: the next run cleans up after them',
  };
  const strange = unreadable.map(
    (path): Finding => ({
      about: 'left-overs',
      name: 'lease file',
      usable: false,
      detail: `${path} is not a lease`,
      remedy: 'remove that file',
    }),
  );
  return [dead > 0 ? found : clean, ...strange];
}

/** `chosen` is the browser that a run would take, which is not any usable one when TEMPERED_BROWSER names one. */
function concluded(findings: readonly Finding[], chosen: ReturnType<typeof findBrowser>): Pick<Examination, 'runPossible' | 'conclusion'> {
  const first = findings.find(({ about, usable }) => about === 'identity provider' && usable);
  if (!first) return { runPossible: false, conclusion: 'No run is possible: no identity provider can be started here.' };
  const mute = findings.filter(({ about, usable: can }) => about === 'network' && !can);
  if (mute.length > 0)
    return { runPossible: false, conclusion: 'No run is possible: this machine cannot send from every address of the fixtures.' };
  if ('missing' in chosen)
    return {
      runPossible: false,
      conclusion: `No run in a browser is possible: ${chosen.missing}. Without a browser: npx tempered run --mode wire`,
    };
  return { runPossible: true, conclusion: `A run is possible; without --idp it takes ${first.name}.` };
}
