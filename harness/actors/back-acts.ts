/** What somebody does who sits down in front of a browser after its person signed out: they press the button for the page before, again and again. */
import type { Outcome } from '../verdict/results.ts';
import type { Agent } from './agent.ts';
import { scriptsOf } from './scripted-page.ts';

/** What was read on each page, the page before first. */
export type LookedBack = { readonly outcome: Outcome; readonly texts: readonly string[] };

/** At most so many pages. A step that leads to no page at all is the outcome, and the last one: what lies behind it was not seen. */
export async function lookBack(agent: Agent, steps: number): Promise<LookedBack> {
  const scripts = scriptsOf(agent);
  const texts: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    const sight = await scripts.back();
    if (sight.kind === 'fault') return { outcome: { kind: 'fault', symptom: sight.symptom, detail: sight.detail }, texts };
    texts.push(await scripts.text());
  }
  return { outcome: { kind: 'ok', landedOn: `${steps} pages before`, reference: '' }, texts };
}
