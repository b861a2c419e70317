/** The scenarios that need a browser that keeps left pages alive have teeth that bite there: tried with the full Chrome or Chromium of this machine, and skipped where there is none. */
import { describe, test, vi } from 'vitest';
import { findWindowBrowser } from '../harness/setup/browser.js';
import { allScenarios, tryTeethWithPageMemory } from './teeth-tried.ts';

const found = findWindowBrowser();

if ('missing' in found) test.skip(`no browser here keeps left pages alive: ${found.missing}`, () => {});
else
  describe(`with ${found.executable}`, () => {
    vi.stubEnv('TEMPERED_BROWSER', found.executable);
    tryTeethWithPageMemory(allScenarios);
  });
