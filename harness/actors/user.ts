/** Everything that a person can do, with any hands: each act under the name by which it stands in the history. */
import type { NetworkName, PersonName } from '../fixtures/fixtures.ts';
import type { User } from './actors.ts';
import { lookBack } from './back-acts.ts';
import type { ActorsOptions } from './company.ts';
import { type Brings, bringing, type Does, doing } from './doing.ts';
import { followIssues } from './follow-acts.ts';
import { framePages } from './framing-acts.ts';
import { bringHandOver, takeHandOver } from './hand-over-acts.ts';
import { administer, readHub, sendHubForm } from './hub-acts.ts';
import { listIssues } from './issue-list.ts';
import { anotherTabOf, type Player } from './player.ts';
import { sendRaw } from './raw-acts.ts';
import { scriptsOf } from './scripted-page.ts';
import * as keeping from './session-acts.ts';
import { beginSignInAtStartPage, chooseTile, openStartPage, type StartPageVisitor, signInAtStartPage } from './start-page-acts.ts';
import { sweep } from './sweep-acts.ts';
import * as tracking from './tracker-acts.ts';
import { pathOnly } from './trail.ts';
import * as using from './user-acts.ts';
import * as reading from './wiki-acts.ts';

/** `person` is who signs in; a visitor is nobody. */
export function userOf(options: ActorsOptions, player: Player, person: PersonName | undefined): User {
  const { target } = options;
  const does = doing(options, player);
  const brings = bringing(does);
  return {
    signIn: ({ path } = { path: '/' }) =>
      does('sign in', (agent) => using.signInAt(agent, target, { user: realmUser(options, person), path })),
    open: (host, path = '/') => does(`open ${host} ${pathOnly(path)}`, (agent) => using.openPage(agent, target, { host, path })),
    callApi: (host, path) => does(`call ${host} ${pathOnly(path)}`, (agent) => using.callApi(agent, target, { host, path })),
    postFrom: (origin, to) =>
      does(`post to ${to.host} ${pathOnly(to.path)} from ${origin.hostname}`, (agent) =>
        using.postFrom(agent, target, { from: origin, to }),
      ),
    frame: (framer, pages) =>
      does(`hold ${pages.length} pages in frames of ${framer.hostname}`, (agent) => framePages(agent, target, { framer, pages })),
    lookBack: (steps) => brings(`go ${steps} pages back`, (agent) => lookBack(agent, steps), { texts: [] }),
    keepsLeftPages: async () => scriptsOf(await player.hands()).keepsLeftPages(),
    plantSession: async (host, value) => keeping.plantSession(await player.hands(), target, { host, value }),
    heldSessions: async () => keeping.heldSessions(await player.hands(), target),
    sendCookies: (lines, to = 'tracker') =>
      does(`ask the ${to} with cookies of one’s choice`, (agent) => keeping.sendCookies(agent, target, { to, lines })),
    ...withThings({ does, brings, options, from: player.from }),
    administer: (what, form) =>
      brings(`administer ${what}`, (agent) => administer(agent, options, { from: player.from, what, form }), { body: undefined }),
    uploadTo: (what, file) =>
      brings(`upload to ${what}`, (agent) => administer(agent, options, { from: player.from, what, form: {}, file }), { body: undefined }),
    sendHubForm: (sending) =>
      does(`send the form ${sending.form} of admin ${pathOnly(sending.page)}`, (agent) => {
        const as = sending.signsInAs ?? person;
        return sendHubForm(agent, target, { ...sending, user: as && realmUser(options, as) });
      }),
    readHub: (path) =>
      brings(`read admin ${pathOnly(path)}`, (agent) => readHub(agent, options, { from: player.from, path }), { body: undefined }),
    signOut: () => does('sign out', (agent) => keeping.signOut(agent, target)),
    endSession: (handle) => does('end a session by its handle', (agent) => keeping.endSession(agent, target, handle)),
    endOwnSession: (index) => does('end a session of one’s own', (agent) => keeping.endOwnSession(agent, target, index)),
    sweep: (knocks, judge) => does(`knock at ${knocks.length} places`, (agent) => sweep(agent, target, { knocks, judge })),
    follow: (kind, from = {}) =>
      brings(`follow the issues by ${kind}`, (agent) => followIssues(agent, target, { kind, ...from }), { channel: undefined }),
    sendRaw: (kind, compose) => does(`send a raw request, ${kind}`, (agent) => sendRaw(agent, target, { kind, compose })),
    handOver: {
      take: async () => takeHandOver(await player.hands(), { options, from: player.from }),
      bring: (handOver, to = 'tracker') =>
        does(`bring a hand-over to the ${to}`, (agent) => bringHandOver(agent, target, { ...handOver, to })),
    },
    anotherTab: (as = person) => userOf(options, anotherTabOf(player, as), as),
    startPage: startPageOf(does, { target, user: options.users.find(({ name }) => name === person) }, player),
  };
}

const startPageOf = (does: Does, visiting: Parameters<typeof openStartPage>[1], player: Player): StartPageVisitor => ({
  open: () => does('open the start page', (agent) => openStartPage(agent, visiting)),
  signIn: () => does('sign in at the start page', (agent) => signInAtStartPage(agent, visiting)),
  beginSignIn: () => does('begin to sign in at the start page', (agent) => beginSignInAtStartPage(agent, visiting)),
  choose: (tile) => does(`choose the tile of the ${tile}`, (agent) => chooseTile(agent, visiting.target, tile)),
  readable: async () => scriptsOf(await player.hands()).readable(),
  tokens: async () => scriptsOf(await player.hands()).tokens(),
});

type Things = 'openIssue' | 'listIssues' | 'readIssue' | 'closeIssue' | 'writePage' | 'readPage' | 'changePage';

type OnThings = { readonly does: Does; readonly brings: Brings; readonly options: ActorsOptions; readonly from: NetworkName };
/** Issues and pages, by their paths, which stand in no history. */
const withThings = ({ does, brings, options, from }: OnThings): Pick<User, Things> => {
  const { target } = options;
  return {
    openIssue: (issue) => brings('open an issue', (agent) => tracking.openIssue(agent, target, issue), { path: undefined }),
    listIssues: () => brings('list the issues', (agent) => listIssues(agent, options, from), { body: undefined }),
    readIssue: (path) => does('read an issue', (agent) => using.openPage(agent, target, { host: 'tracker', path })),
    closeIssue: (path) => does('close an issue', (agent) => tracking.closeIssue(agent, target, path)),
    writePage: (page) => brings('write a page', (agent) => reading.writePage(agent, target, page), { path: undefined }),
    readPage: (path) => does('read a page', (agent) => using.openPage(agent, target, { host: 'wiki', path })),
    changePage: (path) => does('change a page', (agent) => reading.changePage(agent, target, path)),
  };
};

function realmUser({ users }: ActorsOptions, person: PersonName | undefined) {
  const found = users.find((each) => each.name === person);
  if (!found) throw new Error(person ? `the realm has no user ${person}` : 'a visitor has no account to sign in with');
  return found;
}
