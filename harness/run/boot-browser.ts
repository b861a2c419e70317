/** The browser of a run, which trusts the authority of the run. */
import { join } from 'node:path';
import { type RunBrowser, runBrowser } from '../actors/index.ts';
import { writeNssDatabase } from '../authority/nss-database.ts';
import type { OpenLease } from '../lease/index.ts';
import { browserEnvironment, findBrowser, findWindowBrowser } from '../setup/browser.js';

/** No browser although the run needs one: the message says what to do. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

/** `described`: what it is, for the report. `pageMemory`: whether it keeps pages that were left alive. */
export type FoundBrowser = { readonly run: RunBrowser; readonly described: string; readonly pageMemory: boolean };

/** Starts nothing yet. Throws `NoBrowser`. */
export function browserFor(lease: OpenLease, authorityDer: Uint8Array<ArrayBuffer>, headed: boolean): FoundBrowser {
  const found = headed ? findWindowBrowser() : findBrowser();
  if ('missing' in found) throw new NoBrowser(`${found.missing}; ${found.remedy}`);
  const homeFolder = join(lease.runFolder, 'browser-home');
  writeNssDatabase(homeFolder, authorityDer);
  const run = runBrowser({ executable: found.executable, environment: browserEnvironment(found), trust: { homeFolder }, headed, lease });
  return { run, described: `${found.kind} ${found.version} (${found.source})`, pageMemory: found.kind === 'chromium' };
}
