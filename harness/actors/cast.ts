/** Everybody who acts in one world: makes each actor's hands when they are first needed, and lets go of all of them together. */
import { type BreakGlassAccountName, breakGlassAccounts, type NetworkName, type PersonName } from '../fixtures/fixtures.ts';
import type { Actors, BreakGlassHolder, BreakGlassOptions, User } from './actors.ts';
import type { Agent, AgentOptions } from './agent.ts';
import type { KeyRing, SecurityKey } from './authenticator/key-ring.ts';
import { captured } from './captured.ts';
import type { Channel } from './channel.ts';
import type { ActorsOptions, Cast } from './company.ts';
import { connectorOf } from './connector.ts';
import { administer } from './directory-acts.ts';
import { followIssues } from './follow-acts.ts';
import * as holding from './holder-acts.ts';
import { readHub, sendHubForm } from './hub-acts.ts';
import { insiderOf } from './insider.ts';
import { anotherTabOf, type Player, playerOf } from './player.ts';
import { sendRaw } from './raw-acts.ts';
import { recordedAct } from './recorded-act.ts';
import { scriptsOf } from './scripted-page.ts';
import * as keeping from './session-acts.ts';
import { chooseTile, openStartPage, type StartPageVisitor, signInAtStartPage } from './start-page-acts.ts';
import { sweep } from './sweep-acts.ts';
import * as tracking from './tracker-acts.ts';
import { placeOf } from './trail.ts';
import * as using from './user-acts.ts';
import * as reading from './wiki-acts.ts';

const defaultNetwork: NetworkName = 'hq';

/** Nobody is on the stage at first. */
export function createActors(options: ActorsOptions): Cast {
  let players: Player[] = [];
  let left = false;
  const enter = (actor: string, agentOptions: AgentOptions): Player => {
    if (left) throw new Error(`${actor} cannot act any more: the act is over`);
    const player = playerOf(options, actor, agentOptions);
    players.push(player);
    return player;
  };
  const actors: Actors = {
    user: ({ as = 'uma', from = defaultNetwork } = {}) =>
      user(options, enter(`user ${as}`, { network: from, headers: {}, keys: undefined }), as),
    visitor: ({ from = defaultNetwork } = {}) =>
      user(options, enter('visitor', { network: from, headers: {}, keys: undefined }), undefined),
    breakGlass: (holder = {}) => holderOf(options, enter, holder),
    connector: (connecting = {}) => connectorOf(options, { from: defaultNetwork, token: 'own', ...connecting }),
    insider: ({ from = defaultNetwork } = {}) => insiderOf(options, from),
  };
  return {
    actors,
    async dismiss() {
      left = true;
      const leaving = players;
      players = [];
      await Promise.all(
        leaving.map((player) =>
          player
            .made()
            ?.close()
            .catch(() => {}),
        ),
      );
    },
    captureOnFailure: (folder) => captured(folder, players),
  };
}

type Does = (
  verb: string,
  act: (agent: Agent) => Promise<import('../verdict/results.ts').Outcome>,
) => Promise<import('../verdict/results.ts').Outcome>;

const doing =
  (options: ActorsOptions, player: Player): Does =>
  (verb, act) =>
    recordedAct(
      { record: (operation) => options.record(operation), now: options.now ?? Date.now },
      { actor: player.actor, from: player.from },
      { verb, gone: () => player.made()?.gone() ?? false, work: async () => act(await player.hands()) },
    );

function user(options: ActorsOptions, player: Player, person: PersonName | undefined): User {
  const { target } = options;
  const does = doing(options, player);
  return {
    signIn: () => does('sign in', (agent) => using.signIn(agent, target, realmUser(options, person))),
    open: (host, path = '/') => does(`open ${host} ${pathOnly(path)}`, (agent) => using.openPage(agent, target, { host, path })),
    callApi: (host, path) => does(`call ${host} ${pathOnly(path)}`, (agent) => using.callApi(agent, target, { host, path })),
    postFrom: (origin, to) =>
      does(`post to ${to.host} ${pathOnly(to.path)} from ${origin.hostname}`, (agent) =>
        using.postFrom(agent, target, { from: origin, to }),
      ),
    plantSession: async (host, value) => keeping.plantSession(await player.hands(), target, { host, value }),
    heldSessions: async () => keeping.heldSessions(await player.hands(), target),
    sendCookies: (lines, to = 'tracker') =>
      does(`ask the ${to} with cookies of one’s choice`, (agent) => keeping.sendCookies(agent, target, { to, lines })),
    ...readerOf(does, target),
    administer: async (what, form) => {
      let body: unknown;
      const outcome = await does(`administer ${what}`, async (agent) => {
        const replied = await administer(agent, options, { from: player.from, what, form });
        body = replied.body;
        return replied.outcome;
      });
      return { outcome, body };
    },
    sendHubForm: (sending) =>
      does(`send the form ${sending.form} of admin ${pathOnly(sending.page)}`, (agent) => {
        const as = sending.signsInAs ?? person;
        return sendHubForm(agent, target, { ...sending, user: as && realmUser(options, as) });
      }),
    readHub: async (path) => {
      let body: unknown;
      const outcome = await does(`read admin ${pathOnly(path)}`, async (agent) => {
        const replied = await readHub(agent, options, { from: player.from, path });
        body = replied.body;
        return replied.outcome;
      });
      return { outcome, body };
    },
    signOut: () => does('sign out', (agent) => keeping.signOut(agent, target)),
    endOwnSession: (index) => does('end a session of one’s own', (agent) => keeping.endOwnSession(agent, target, index)),
    sweep: (knocks, judge) => does(`knock at ${knocks.length} places`, (agent) => sweep(agent, target, { knocks, judge })),
    follow: async (kind, from = {}) => {
      let channel: Channel | undefined;
      const outcome = await does(`follow the issues by ${kind}`, async (agent) => {
        const followed = await followIssues(agent, target, { kind, ...from });
        channel = followed.channel;
        return followed.outcome;
      });
      return { outcome, channel };
    },
    sendRaw: (kind, compose) => does(`send a raw request, ${kind}`, (agent) => sendRaw(agent, target, { kind, compose })),
    anotherTab: () => user(options, anotherTabOf(player), person),
    startPage: startPageOf(does, { target, user: options.users.find(({ name }) => name === person) }, player),
  };
}

const startPageOf = (does: Does, visiting: Parameters<typeof openStartPage>[1], player: Player): StartPageVisitor => ({
  open: () => does('open the start page', (agent) => openStartPage(agent, visiting)),
  signIn: () => does('sign in at the start page', (agent) => signInAtStartPage(agent, visiting)),
  choose: (tile) => does(`choose the tile of the ${tile}`, (agent) => chooseTile(agent, visiting.target, tile)),
  readable: async () => scriptsOf(await player.hands()).readable(),
});

type Placed = { readonly outcome: import('../verdict/results.ts').Outcome; readonly path: string | undefined };

function readerOf(
  does: Does,
  target: ActorsOptions['target'],
): Pick<User, 'openIssue' | 'readIssue' | 'closeIssue' | 'writePage' | 'readPage' | 'changePage'> {
  const placed = async (verb: string, act: (agent: Agent) => Promise<Placed>): Promise<Placed> => {
    let path: string | undefined;
    const outcome = await does(verb, async (agent) => {
      const made = await act(agent);
      path = made.path;
      return made.outcome;
    });
    return { outcome, path };
  };
  return {
    openIssue: (issue) => placed('open an issue', (agent) => tracking.openIssue(agent, target, issue)),
    readIssue: (path) => does('read an issue', (agent) => using.openPage(agent, target, { host: 'tracker', path })),
    closeIssue: (path) => does('close an issue', (agent) => tracking.closeIssue(agent, target, path)),
    writePage: (page) => placed('write a page', (agent) => reading.writePage(agent, target, page)),
    readPage: (path) => does('read a page', (agent) => using.openPage(agent, target, { host: 'wiki', path })),
    changePage: (path) => does('change a page', (agent) => reading.changePage(agent, target, path)),
  };
}

/** What stands in the history of a path: a query may hold what is nobody's business. */
const pathOnly = (path: string): string => new URL(placeOf(new URL(path, 'https://host.test'))).pathname;

function realmUser({ users }: ActorsOptions, person: PersonName | undefined) {
  const found = users.find((each) => each.name === person);
  if (!found) throw new Error(person ? `the realm has no user ${person}` : 'a visitor has no account to sign in with');
  return found;
}

function holderOf(
  options: ActorsOptions,
  enter: (actor: string, agentOptions: AgentOptions) => Player,
  holder: BreakGlassOptions,
): BreakGlassHolder {
  const { account = 'harbour-one', from = defaultNetwork, key = 'own', page = 'own', password = 'right', headers = {} } = holder;
  const { target, keys } = options;
  const owner = key === 'own' ? account : key === 'other-account' ? otherThan(account) : undefined;
  const held = key === 'forged' ? forged(keys, account) : owner ? keys.keysOf(owner) : [];
  if (key !== 'none' && key !== 'own' && held.length === 0) throw new Error(`there is no second key to use for ${account}`);
  const player = enter(`break-glass ${account}`, { network: from, headers, keys: held });
  const does = doing(options, player);
  let session: string | undefined;
  return {
    ...user(options, player, undefined),
    register: ({ attestation = 'hardware' } = {}) =>
      does('register password and key', async (agent) => {
        const chosen = keys.nextPasswordOf(account);
        const outcome = await holding.registerWithNewKey(agent, target, {
          email: breakGlassAccounts[account].email,
          password: chosen,
          attestation,
        });
        if (outcome.kind === 'ok') keys.keep(account, await agent.keys(), chosen);
        return outcome;
      }),
    signIn: () =>
      does('sign in by break-glass', async (agent) => {
        const right = keys.passwordOf(account);
        const outcome = await holding.signInWithKey(agent, target, {
          account,
          password: password === 'right' ? right : `${right} not`,
          ...(page === 'own' ? {} : { origin: `https://look-alike.${target.origins.admin.host}` }),
        });
        if (owner && outcome.kind !== 'fault') keys.keep(owner, await agent.keys());
        session = await holding.sessionOf(agent, target);
        return outcome;
      }),
    saveIdpSettings: (change) =>
      does(`save identity provider settings: ${Object.keys(change).join(', ')}`, (agent) => holding.saveIdpSettings(agent, target, change)),
    signOut: () => does('sign out', (agent) => holding.signOut(agent, target)),
    carrySessionTo: (host, path = '/') =>
      does(`carry the session to ${host} ${pathOnly(path)}`, async (agent) =>
        holding.carrySessionTo(agent, target, {
          to: new URL(path, target.origins[host]),
          session: session ?? (await holding.sessionOf(agent, target)),
        }),
      ),
  };
}

/** The credentials of an account, to be signed for by the keys of another: the id is right, the signature cannot be. */
const forged = (keys: KeyRing, account: BreakGlassAccountName): readonly SecurityKey[] => {
  const [stranger] = keys.keysOf(otherThan(account));
  return stranger ? keys.keysOf(account).map((each) => ({ ...each, privateKey: stranger.privateKey })) : [];
};

const otherThan = (account: BreakGlassAccountName): BreakGlassAccountName => (account === 'harbour-one' ? 'harbour-two' : 'harbour-one');
