/** Maker of the scenarios about the tokens that the customer's start page holds: whoever takes them from its script brings each of them to our ingress in one way, and gets nowhere. Calibration: the same request with what is meant for it. */

import type { SystemRefusal } from '../../system/index.ts';
import type { User } from '../actors/actors.ts';
import type { RawRequest } from '../actors/raw-request.ts';
import type { Outcome } from '../verdict/results.ts';
import { refusedWith } from './expectations.ts';
import { type Scenario, scenario, type World } from './scenario.ts';
import { atTheTiles } from './start-page.ts';

/** As what it is brought along. */
export type Carried = 'bearer token' | 'session cookie' | 'user context' | 'parameter' | 'token of a connector';
type Holding = { readonly user: User; readonly tokens: readonly string[] };
type Claim = Pick<Scenario, 'proves'> & { readonly carriedAs: Carried; readonly refusedWith: SystemRefusal };

export const startPageTokenScenario = ({ proves, carriedAs, refusedWith: code }: Claim) =>
  scenario<{ secret: 'what is meant for it' | 'a token of the start page' }, Holding>({
    proves,
    needs: ['browser', 'start-page'],
    honest: { secret: 'what is meant for it' },
    deviation: { secret: 'a token of the start page' },
    given: tokensOfTheStartPage,
    act: async (world, { secret }, { user, tokens }) => {
      const bring = bringing[carriedAs];
      if (secret === 'what is meant for it') return bring(world, user, undefined);
      const outcomes: Outcome[] = [];
      for (const token of tokens) outcomes.push(await bring(world, user, token));
      return worstOf(outcomes);
    },
    expect: [refusedWith(code)],
  });

/** Of somebody who went from its tile to the tracker, so that there is a session, too. Throws when the page holds no token. */
async function tokensOfTheStartPage(world: World): Promise<Holding> {
  const user = await atTheTiles(world);
  const tokens = await user.startPage.tokens();
  const opened = await user.startPage.choose('tracker');
  if (opened.kind !== 'ok' || tokens.length < 2) throw new Error(`the tile ended as ${opened.kind}, and ${tokens.length} tokens were held`);
  return { user, tokens };
}

/** The first that was let in; or that all were refused in one way. */
function worstOf(outcomes: readonly Outcome[]): Outcome {
  const codes = new Set(outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.code : outcome.kind)));
  const [first] = outcomes;
  if (!first) return { kind: 'unknown', why: 'there was no token' };
  return (
    outcomes.find(({ kind }) => kind === 'ok') ??
    (codes.size === 1 ? first : { kind: 'unknown', why: `the tokens ended as ${[...codes].join(', ')}` })
  );
}

/** Without a token: what is meant for it. */
type Bring = (world: World, user: User, token: string | undefined) => Promise<Outcome>;
const raw =
  (change: (honest: RawRequest, token: string) => RawRequest): Bring =>
  (_world, user, token) =>
    user.sendRaw('reading', (honest) => ({ text: written(token === undefined ? honest : change(withoutCookies(honest), token)) }));

const withoutCookies = (request: RawRequest): RawRequest => ({
  ...request,
  headers: request.headers.filter(([name]) => name !== 'Cookie'),
});
const having = (request: RawRequest, name: string, value: string): RawRequest => ({
  ...request,
  headers: [...request.headers, [name, value]],
});
const written = ({ method, target, version, headers }: RawRequest): string =>
  [`${method} ${target} ${version}`, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');

const bringing: Readonly<Record<Carried, Bring>> = {
  // RFC 6750 §2.1.
  'bearer token': raw((request, token) => having(request, 'Authorization', `Bearer ${token}`)),
  'user context': raw((request, token) => having(request, 'Tempered-Context', token)),
  // RFC 6750 §2.3.
  parameter: raw((request, token) => ({ ...request, target: `${request.target}?access_token=${token}` })),
  'session cookie': async (_world, user, token) => user.sendCookies([`__Host-session=${token ?? (await user.heldSessions()).tracker}`]),
  'token of a connector': async ({ actors }, _user, token) =>
    (await actors.connector({ token: token ?? 'own' }).send({ method: 'GET', path: '/Users' })).outcome,
};
