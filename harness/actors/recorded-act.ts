/** Every act ends in an outcome and in the history: within its limit, and whatever the network, the system or the browser did. */
import type { Recorded } from '../history/index.ts';
import { bounded, TimeRanOut } from '../time-limit/bounded.ts';
import type { Outcome } from '../verdict/results.ts';
import { BrowserGone } from './browser/run-browser.ts';
import { limits } from './limits.ts';

export type Who = { readonly actor: string; readonly from: string };
export type Recorder = { record(operation: Recorded): void; now(): number };
/** `gone` tells whether the actor's hands died meanwhile: what was thrown then is the browser's end and no bug. */
export type Act = { readonly verb: string; readonly work: () => Promise<Outcome>; readonly gone: () => boolean };

/** A bug is recorded as an unknown outcome and thrown on. */
export async function recordedAct({ record, now }: Recorder, who: Who, act: Act): Promise<Outcome> {
  const invokedAtMs = now();
  const note = (outcome: Outcome): Outcome => {
    record({ ...who, verb: act.verb, invokedAtMs, endedAtMs: now(), outcome });
    return outcome;
  };
  try {
    return note(await bounded(act.verb, limits.actTimeoutMs, act.work()));
  } catch (error) {
    if (act.gone() || error instanceof BrowserGone)
      return note({ kind: 'fault', symptom: 'browser-crashed', detail: 'the browser is gone' });
    if (error instanceof TimeRanOut) return note({ kind: 'fault', symptom: 'timed-out', detail: error.message });
    note({ kind: 'unknown', why: `the harness failed: ${error instanceof Error ? error.name : 'unnamed'}` });
    throw error;
  }
}
