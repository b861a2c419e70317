/** Who has no browser can do nothing with a page that its script makes, and says so. */
import type { Agent, ScriptedPage } from './agent.ts';

/** The hands of the wire run no script: what needs one is no act of theirs. */
export class NoScripts extends Error {
  override readonly name = 'NoScripts';
  constructor() {
    super('this page is made by its script, and these hands run none: the scenario needs a browser');
  }
}

/** Throws `NoScripts` for hands without a browser. */
export function scriptsOf({ scripts }: Pick<Agent, 'scripts'>): ScriptedPage {
  if (!scripts) throw new NoScripts();
  return scripts;
}
