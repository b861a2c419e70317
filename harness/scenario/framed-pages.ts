/** Whether another site can hold our pages in a frame, for people to click on what they do not see: every row that answers a GET, seen with the sessions of an org admin (S4). */
import type { User } from '../actors/actors.ts';
import type { Framing } from '../actors/framing-acts.ts';
import type { ListedRoute } from '../target/operations.ts';
import type { Outcome } from '../verdict/results.ts';
import { orgAdmin } from './directory-kit.ts';
import { landsOnNothing } from './expectations.ts';
import { operationsOf } from './operations-of.ts';
import type { World } from './scenario.ts';

/** Another tenant is the same site for a browser, and frames there bring the sessions along; a stranger is another one. */
const framers = { tenant: new URL('https://evil.initech.isolated.test'), stranger: new URL('https://prizes.example.test') } as const;

/** Signed in everywhere, so that there is something to be seen. */
export async function adminEverywhere(world: World): Promise<User> {
  const admin = await orgAdmin(world);
  const outcome = await admin.open('wiki');
  if (outcome.kind !== 'ok') throw new Error(`the wiki did not open: ${outcome.kind}`);
  return admin;
}

/** Lands on `nothing`, or on the pages of ours that were shown. Unknown when these hands would not see a page that may be framed. */
export async function framedByOthers(world: World, viewer: User): Promise<Outcome> {
  const { issuer } = world.realm;
  // The one page that may be framed, and by its identity provider alone: OIDC Front-Channel Logout 1.0 §2.
  const path = `/frontchannel-logout?${new URLSearchParams({ iss: issuer.href, sid: 'a-session-of-nobody' })}`;
  const canary = await viewer.frame(new URL(issuer.origin), [{ host: 'login', path }]);
  if (canary.kind !== 'ok' || canary.landedOn === 'nothing')
    return { kind: 'unknown', why: `a page that may be framed was not seen: ${JSON.stringify(canary)}` };
  const pages = await everyPage(world);
  const byTenant = await viewer.frame(framers.tenant, [...pages.open, ...pages.closed, { host: 'login', path }]);
  if (byTenant.kind !== 'ok' || byTenant.landedOn !== 'nothing') return byTenant;
  // Its frames bring no session along: what can be seen there is what anybody sees.
  return viewer.frame(framers.stranger, [...pages.open, { host: 'tracker', path: '/' }, { host: 'login', path }]);
}

type Pages = Framing['pages'];
async function everyPage(world: World): Promise<{ readonly open: Pages; readonly closed: Pages }> {
  const rows = (await operationsOf(world).routes()).filter((row) => row.method === 'GET' && row.access !== 'connector' && !lasts(row));
  const at = (access: 'anonymous' | 'session'): Pages => rows.filter((row) => row.access === access).map((row) => placeOf(world, row));
  return { open: at('anonymous'), closed: at('session') };
}

/** What goes on for as long as a session is no page. */
const lasts = (row: ListedRoute): boolean => 'streams' in row || 'upgrades' in row;

function placeOf({ target }: World, { host, path }: ListedRoute): Pages[number] {
  const [name] = Object.entries(target.origins).find(([, origin]) => origin.host === host) ?? [];
  if (name === undefined) throw new TypeError(`the row of ${host} is of no host of this cloud`);
  return { host: name as Pages[number]['host'], path: path.replaceAll(/:[A-Za-z]+/g, 'x') };
}

export const noPageIsShownInAFrame = landsOnNothing('no page of ours is shown in a frame of another site', (found) => `shown: ${found}`);
