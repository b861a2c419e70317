/** What people do on the customer's own start page: open it, sign in there, choose a tile. Its answers are no decision of the target's, so what it shows is read off the page, by the id of the section. */
import type { RealmUser } from '../idp/driver.ts';
import type { StartPage } from '../target/start-page.ts';
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent, Sight } from './agent.ts';
import { judged } from './judged.ts';
import { scriptsOf } from './scripted-page.ts';
import { passIdp } from './user-acts.ts';

/** What the page can come to: asking to sign in, showing its tiles, or saying that signing in is not possible. */
export type StartPageSection = 'welcome' | 'tiles' | 'away';

/** Longer than the page's own limit, which is six seconds. */
const settlesWithinMs = 15_000;

export type StartPageVisitor = {
  /** As from the address bar, until it says something; `ok` when it asks to sign in or shows its tiles. */
  open(): Promise<Outcome>;
  /** Opens it and signs in by its button, and at the identity provider where that asks; `ok` when the tiles are shown. */
  signIn(): Promise<Outcome>;
  /** Opens it and presses its button, and nothing more: who is asked at the identity provider, is stopped there. */
  beginSignIn(): Promise<Outcome>;
  /** Follows a tile of the page in front, and nothing more: who is asked at the identity provider, stays there. */
  choose(tile: 'tracker' | 'wiki'): Promise<Outcome>;
  /** All that a script of the page in front can read of what the browser keeps. No act, and nothing of it is recorded. */
  readable(): Promise<readonly string[]>;
  /** Every token that the start page's script was given. No act, and nothing of it is recorded. */
  tokens(): Promise<readonly string[]>;
};

type Visiting = { readonly target: Target; readonly user: RealmUser | undefined };

export async function openStartPage(agent: Agent, { target }: Visiting): Promise<Outcome> {
  return standing(agent, target, await agent.visit(startPageOf(target).origin), ['welcome', 'tiles']);
}

export async function signInAtStartPage(agent: Agent, { target, user }: Visiting): Promise<Outcome> {
  if (!user) throw new TypeError('a visitor has no account to sign in with');
  return byTheButton(agent, target, (sight) => passIdp(agent, target, { user, sight }));
}

export const beginSignInAtStartPage = (agent: Agent, { target }: Visiting): Promise<Outcome> =>
  byTheButton(agent, target, async (sight) => sight);

/** `pass`: what is done with the page that the button leads to. */
async function byTheButton(agent: Agent, target: Target, pass: (sight: Sight) => Promise<Sight>): Promise<Outcome> {
  const opened = await standing(agent, target, await agent.visit(startPageOf(target).origin), ['welcome']);
  if (opened.kind !== 'ok') return opened;
  return standing(agent, target, await pass(await scriptsOf(agent).press('Sign in')), ['tiles']);
}

export async function chooseTile(agent: Agent, target: Target, tile: 'tracker' | 'wiki'): Promise<Outcome> {
  const origin = target.origins[tile];
  return judged(await scriptsOf(agent).followLink(new URL('/', origin)), { target, origin });
}

/** Throws when this target has none: the plan skips such a scenario before. */
function startPageOf({ startPage }: Target): StartPage {
  if (!startPage) throw new TypeError('this target has no start page');
  return startPage;
}

/** Another page than the start page, or another section than the wanted ones, is where the person was stopped. */
async function standing(agent: Agent, target: Target, sight: Sight, wanted: readonly StartPageSection[]): Promise<Outcome> {
  const { origin } = startPageOf(target);
  if (sight.kind === 'fault' || sight.url.origin !== origin.origin) return judged(sight, { target, origin });
  const section = (await scriptsOf(agent).shown('main > section:not(#waiting)', settlesWithinMs)) ?? 'waiting';
  return wanted.some((each) => each === section)
    ? { kind: 'ok', landedOn: origin.hostname, reference: '' }
    : { kind: 'fault', symptom: 'stopped-elsewhere', detail: `${origin.hostname} says ${section}` };
}
