/** Whether another site can hold our pages in a frame, for people to click on what they do not see: every row that answers a GET, seen with the sessions of an org admin (S4). */
import type { User } from '../actors/actors.ts';
import type { Framing } from '../actors/framing-acts.ts';
import type { ListedRoute } from '../target/operations.ts';
import type { Outcome } from '../verdict/results.ts';
import { imported, orgAdmin } from './directory-kit.ts';
import { landsOnNothing } from './expectations.ts';
import { operationsOf } from './operations-of.ts';
import type { World } from './scenario.ts';
import { feedFile, uploadedAndLookedAt } from './uploaded-feed.ts';

/** Another tenant is the same site for a browser, and frames there bring the sessions along; a stranger is another one. */
const framers = { tenant: new URL('https://evil.initech.isolated.test'), stranger: new URL('https://prizes.example.test') } as const;

/** Somebody who can open everything, and a path for each row that is about one thing. */
export type Viewer = { readonly admin: User; readonly things: Readonly<Record<string, string>> };

/** Signed in everywhere, with an issue, a page, feeds of people and a draft of rules, so that there is something to be seen. */
export async function adminEverywhere(world: World): Promise<Viewer> {
  const admin = await orgAdmin(world);
  worked(await imported(world, admin), 'the feed');
  await uploadedAndLookedAt(admin, feedFile(world));
  worked((await admin.administer('group-rules/draft', { rules: '[]' })).outcome, 'the draft');
  return {
    admin,
    things: {
      '/issues/:id': written(await admin.openIssue({ title: 'An issue to be framed', readers: 'private' }), 'the issue'),
      '/pages/:id': written(await admin.writePage({ title: 'A page to be framed', readers: 'private' }), 'the page'),
    },
  };
}

function worked(outcome: Outcome, what: string): void {
  if (outcome.kind !== 'ok') throw new Error(`${what} did not come to be: ${outcome.kind}`);
}
function written({ outcome, path }: { readonly outcome: Outcome; readonly path: string | undefined }, what: string): string {
  worked(outcome, what);
  if (path === undefined) throw new Error(`${what} stands nowhere`);
  return path;
}

/** Lands on `nothing`, or on the pages of ours that were shown. Unknown when these hands would not see a page that may be framed, or when there was nothing to be seen on one. */
export async function framedByOthers(world: World, { admin, things }: Viewer): Promise<Outcome> {
  const { issuer } = world.realm;
  // The one page that may be framed, and by its identity provider alone: OIDC Front-Channel Logout 1.0 §2.
  const path = `/frontchannel-logout?${new URLSearchParams({ iss: issuer.href, sid: 'a-session-of-nobody' })}`;
  const canary = await admin.frame(new URL(issuer.origin), [{ host: 'login', path }]);
  if (canary.kind !== 'ok' || canary.landedOn === 'nothing')
    return { kind: 'unknown', why: `a page that may be framed was not seen: ${JSON.stringify(canary)}` };
  const pages = await everyPage(world, things);
  const byTenant = await admin.frame(framers.tenant, [...pages.open, ...pages.closed, { host: 'login', path }]);
  if (byTenant.kind !== 'ok' || byTenant.landedOn !== 'nothing') return byTenant;
  // Its frames bring no session along: what can be seen there is what anybody sees.
  return admin.frame(framers.stranger, [...pages.open, { host: 'tracker', path: '/' }, { host: 'login', path }]);
}

type Pages = Framing['pages'];
async function everyPage(world: World, things: Viewer['things']): Promise<{ readonly open: Pages; readonly closed: Pages }> {
  const rows = (await operationsOf(world).routes()).filter((row) => row.method === 'GET' && row.access !== 'connector' && !lasts(row));
  const at = (access: 'anonymous' | 'session'): readonly ListedRoute[] => rows.filter((row) => row.access === access);
  return {
    open: at('anonymous').map((row) => placeOf(world, row, row.path)),
    closed: at('session').map((row) => ({
      ...placeOf(world, row, things[row.path] ?? row.path),
      ...(emptyUntil[row.path] === undefined ? { holdsSomething: true } : {}),
    })),
  };
}

/** An org admin is refused there as long as there is no such thing, and there is none: the refusal is what a frame would show. */
const emptyUntil: Readonly<Record<string, string>> = { '/held/dry-run': 'the guard has stopped a change' };

/** What goes on for as long as a session is no page. */
const lasts = (row: ListedRoute): boolean => 'streams' in row || 'upgrades' in row;

function placeOf({ target }: World, { host }: ListedRoute, path: string): Pages[number] {
  const [name] = Object.entries(target.origins).find(([, origin]) => origin.host === host) ?? [];
  if (name === undefined) throw new TypeError(`the row of ${host} is of no host of this cloud`);
  return { host: name as Pages[number]['host'], path };
}

export const noPageIsShownInAFrame = landsOnNothing('no page of ours is shown in a frame of another site', (found) => `shown: ${found}`);
