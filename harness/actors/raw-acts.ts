/** What a person's own client sends byte by byte, with the session that the person has: the honest request, and whatever somebody makes of it. */
import { hosts } from '../fixtures/fixtures.ts';
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent } from './agent.ts';
import { judgedRaw, unknown } from './judged.ts';
import { entryList, formPostingTo } from './page.ts';
import type { Compose, RawKind, RawRequest } from './raw-request.ts';

const sessionCookie = '__Host-session';
/** A host of another cloud: nobody here has a certificate for it. */
const foreignHost = 'tracker.initech.isolated.test';

/** To the tracker. A visitor without a session sends the same without a cookie. */
export async function sendRaw(
  agent: Agent,
  target: Target,
  { kind, compose }: { readonly kind: RawKind; readonly compose: Compose },
): Promise<Outcome> {
  const origin = target.origins.tracker;
  const honest = kind === 'reading' ? reading(origin, await trackerCookie(agent, origin)) : await posting(agent, origin);
  if (!honest) return unknown('the tracker showed no form for a new issue');
  const sight = await agent.sendRaw(new URL(honest.target, origin), compose(honest, { other: hosts.admin, foreign: foreignHost }));
  return judgedRaw(sight, target);
}

/** The session that the agent has with the tracker, as a program sends it along. */
export const trackerCookie = async (agent: Agent, origin: URL): Promise<readonly (readonly [string, string])[]> => {
  const session = await agent.cookie(origin, sessionCookie);
  return session === undefined ? [] : [['Cookie', `${sessionCookie}=${session}`]];
};

const always = ({ host }: URL) =>
  [
    ['Host', host],
    ['Connection', 'close'],
    ['User-Agent', 'tempered-raw-client/1'],
  ] as const;

const reading = (origin: URL, cookie: RawRequest['headers']): RawRequest => ({
  method: 'GET',
  target: '/api/issues',
  version: 'HTTP/1.1',
  headers: [...always(origin), ['Accept', 'application/json'], ...cookie],
  body: '',
});

/** With the token of the form, and what a browser says of a post from our own page. */
async function posting(agent: Agent, origin: URL): Promise<RawRequest | undefined> {
  const page = await agent.visit(origin);
  const form = page.kind === 'answer' ? formPostingTo(page.forms, '/issues') : undefined;
  if (!form) return undefined;
  const body = entryList(form, { title: 'Sent byte by byte' }, undefined).toString();
  return {
    method: 'POST',
    target: form.action.pathname,
    version: 'HTTP/1.1',
    headers: [
      ...always(origin),
      ['Accept', 'text/html'],
      ['Origin', origin.origin],
      ['Sec-Fetch-Site', 'same-origin'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Content-Length', String(body.length)],
      ...(await trackerCookie(agent, origin)),
    ],
    body,
  };
}
