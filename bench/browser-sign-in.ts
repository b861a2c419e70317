/** How long one sign-in by browser takes: a new context of the run's browser, against a new browser process each time. */
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createActors, type RunBrowser, type RunBrowserOptions, runBrowser } from '../harness/actors/index.ts';
import { writeNssDatabase } from '../harness/authority/nss-database.ts';
import { seededRandom } from '../harness/ports/seeded-random.ts';
import { browserEnvironment, findBrowser } from '../harness/setup/browser.js';
import { type Figure, roundsOf } from './figure.ts';
import { compared, durationMs, interleaved } from './interleaved.ts';
import { leased } from './leased.ts';
import { inLocalWorld, type LocalWorld } from './local-world.ts';

const most = 1 / 2;
const note =
  'both sides: same binary, pages, exit and world (embedded identity provider, so that its own time weighs little); from nothing open to the tracker’s page and everything closed again; ours keeps the browser process, the peer starts and ends one each time';

export const browserSignIn: Figure = {
  name: 'browser-sign-in',
  question: 'a sign-in in a new context of a warm browser against one in a new browser process',
  run: async (bench) => {
    const found = findBrowser();
    if ('missing' in found) return [{ what: 'browser sign-in', notMeasured: `${found.missing}; ${found.remedy}` }];
    bench.progress(`${found.kind} ${found.version} (${found.source})`);
    return inLocalWorld(bench, (local) =>
      leased(async (lease) => {
        const homeFolder = join(lease.runFolder, 'browser-home');
        writeNssDatabase(homeFolder, await authorityDer(local));
        const options: RunBrowserOptions = {
          executable: found.executable,
          environment: browserEnvironment(found),
          trust: { homeFolder },
          lease,
        };
        const warm = runBrowser(options);
        try {
          const sides = {
            ours: () => durationMs(() => signIn(local, warm)),
            peer: () => durationMs(() => inNewBrowser(options, (browser) => signIn(local, browser))),
          };
          const pairs = await interleaved(sides, {
            rounds: roundsOf(bench, { usual: 15, quick: 4 }),
            warmUps: 2,
            progress: bench.progress,
            what: 'milliseconds warm and naive',
          });
          return compared(pairs, { ours: 'warm sign-in', peer: 'new browser each time', unit: 'ms', target: { atMost: most }, note });
        } finally {
          await warm.close();
        }
      }),
    );
  },
};

const authorityDer = async ({ booted }: LocalWorld): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(new X509Certificate(await readFile(booted.authorityPemFile)).raw);

async function inNewBrowser(options: RunBrowserOptions, work: (browser: RunBrowser) => Promise<void>): Promise<void> {
  const browser = runBrowser(options);
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

/** A person who was never here before, by the same hands as in a run. Rejects when the sign-in does not succeed: only a real one is timed. */
async function signIn({ booted, world }: LocalWorld, browser: RunBrowser): Promise<void> {
  const { target, exits, users, keys } = world;
  const authorityPem = await readFile(booted.authorityPemFile, 'utf8');
  const cast = createActors({
    kind: 'browser',
    browser,
    target,
    exits,
    users,
    keys,
    authorityPem,
    model: target.listedHardware,
    random: seededRandom(1, 'bench'),
    record: () => {},
  });
  try {
    const outcome = await cast.actors.user().signIn();
    if (outcome.kind !== 'ok') throw new Error(`the sign-in to be timed did not succeed: ${JSON.stringify(outcome)}`);
  } finally {
    await cast.dismiss();
  }
}
