/** The wire user is compared with a real Chromium, request by request: what a server may judge by is the same. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Agent, AgentOptions, Sight } from '../harness/actors/agent.ts';
import { browserAgent } from '../harness/actors/browser/browser-agent.ts';
import { wireAgent } from '../harness/actors/wire/wire-agent.ts';
import { type Heard, openStage, type Stage } from './actors-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const tracker = 'https://tracker.acme.isolated.test';
const login = 'https://login.acme.isolated.test';
const admin = 'https://admin.acme.isolated.test';
const tenant = 'https://evil.initech.isolated.test';
const idp = 'https://idp.acme.test';
const stranger = 'https://elsewhere.attacker.test';

const cookies = [
  '__Host-strict=1; Path=/; Secure; HttpOnly; SameSite=Strict',
  '__Host-lax=1; Path=/; Secure; HttpOnly; SameSite=Lax',
  '__Host-none=1; Path=/; Secure; HttpOnly; SameSite=None',
  '__Host-bare=1; Path=/; Secure; HttpOnly',
  'insecure-none=1; Path=/; SameSite=None',
  '__Host-with-domain=1; Path=/; Secure; Domain=isolated.test',
  '__Host-with-path=1; Path=/sub; Secure',
  'ended=1; Path=/; Max-Age=0',
  'wide=1; Domain=isolated.test; Path=/; Secure; SameSite=Lax',
];

beforeEach(() => {
  stage.heard.length = 0;
  stage.play(({ path, host }) => {
    const { pathname, searchParams } = new URL(path, `https://${host}`);
    const to = searchParams.get('to') ?? '';
    const policy = searchParams.get('policy');
    const headers = { ...(policy ? { 'referrer-policy': policy } : {}) };
    if (pathname === '/cookies') return { headers: { 'set-cookie': cookies }, html: '<title>cookies</title>' };
    if (pathname === '/redirect') return { status: Number(searchParams.get('status')), headers: { ...headers, location: to } };
    const method = searchParams.get('method') ?? 'post';
    return {
      headers,
      html: `<title>form</title><form method="${method}" action="${to.replaceAll('&', '&amp;')}"><input name="word" value="a b&amp;c"><button name="go" value="yes">go</button></form>`,
    };
  });
});

const form = (origin: string, to: string, policy = '', method = 'post'): URL => at(origin, '/form', { to, policy, method });
const redirect = (origin: string, to: string, status = 303): string => at(origin, '/redirect', { to, status: String(status) }).href;
const at = (origin: string, path: string, query: Record<string, string>): URL => new URL(`${path}?${new URLSearchParams(query)}`, origin);
const cookiesEverywhere = async (agent: Agent): Promise<void> => {
  for (const origin of [tracker, admin, idp]) {
    const sight = await agent.visit(new URL('/cookies', origin));
    if (sight.kind === 'fault') throw new Error(sight.detail);
  }
};
const sendForm = async (agent: Agent, page: URL): Promise<Sight> => {
  const sight = await agent.visit(page);
  const [first] = sight.kind === 'answer' ? sight.forms : [];
  if (!first) throw new Error('no form');
  return agent.submit(first, { values: { word: 'typed & sent' } });
};

const journeys: Readonly<Record<string, (agent: Agent) => Promise<unknown>>> = {
  'an address typed': (agent) => agent.visit(new URL('/end', tracker)),
  'an address that redirects over three sites': (agent) => agent.visit(new URL(redirect(tracker, redirect(login, `${idp}/end`)))),
  'a call by script': (agent) => agent.call(new URL('/end?x=1', tracker)),
  'a call that is redirected': (agent) => agent.call(new URL(redirect(tracker, `${login}/end`))),
  'a post within the origin': (agent) => sendForm(agent, form(admin, `${admin}/end`)),
  'a post within the origin that redirects': (agent) => sendForm(agent, form(admin, redirect(admin, `${admin}/end`))),
  'a post to the same site': (agent) => sendForm(agent, form(tracker, `${admin}/end`)),
  'a post to another site': (agent) => sendForm(agent, form(stranger, `${admin}/end`)),
  'a form that gets': (agent) => sendForm(agent, form(tracker, `${admin}/end?old=1`, '', 'get')),
  'a sign-in at the identity provider that comes back': (agent) =>
    sendForm(agent, form(idp, redirect(idp, redirect(login, `${tracker}/end`)), 'no-referrer')),
  'a post that is repeated elsewhere (307)': (agent) => sendForm(agent, form(tracker, redirect(tracker, `${admin}/end`, 307))),
  'a post that is repeated after a detour (308)': (agent) => sendForm(agent, form(tracker, redirect(stranger, `${tracker}/end`, 308))),
  'a post that becomes a get (302)': (agent) => sendForm(agent, form(tracker, redirect(tracker, `${admin}/end`, 302))),
  'a post from another tenant': (agent) => agent.postFrom(new URL(tenant), new URL('/end', admin), { issuer: 'https://x.test', empty: '' }),
  'a post from a stranger': (agent) => agent.postFrom(new URL(stranger), new URL('/end', admin), { a: '1' }),
  'a frame of another tenant': (agent) =>
    agent.frame(new URL(tenant), [new URL('/end', tracker), new URL(redirect(tracker, `${login}/end`))]),
  'a frame of a stranger': (agent) => agent.frame(new URL(stranger), [new URL('/end', admin), new URL(redirect(tracker, `${idp}/end`))]),
  'a frame of the own origin': (agent) => agent.frame(new URL(admin), [new URL('/end', admin)]),
  'a post from the own origin': (agent) => agent.postFrom(new URL(admin), new URL('/end', admin), { a: '1' }),
};
for (const policy of [
  'no-referrer',
  'same-origin',
  'origin',
  'strict-origin',
  'strict-origin-when-cross-origin',
  'no-referrer-when-downgrade',
  'unsafe-url',
  'origin-when-cross-origin',
])
  Object.assign(journeys, {
    [`a post within the origin under ${policy}`]: (agent: Agent) => sendForm(agent, form(admin, `${admin}/end`, policy)),
    [`a post to another site under ${policy}`]: (agent: Agent) => sendForm(agent, form(stranger, `${admin}/end`, policy)),
  });

const telling = [
  'origin',
  'referer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'upgrade-insecure-requests',
  'content-type',
  'x-forged',
];

const told = (heard: readonly Heard[]): readonly unknown[] =>
  heard
    .filter(({ path }) => path !== '/favicon.ico')
    .map(({ method, host, path, headers, body, peer }) => ({
      asked: `${method} ${host}${path}`,
      body,
      peer,
      cookies: (headers.cookie ?? '').split('; ').toSorted(),
      ...Object.fromEntries(telling.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]))),
    }));

async function walk(open: () => Promise<Agent>, journey: (agent: Agent) => Promise<unknown>): Promise<readonly unknown[]> {
  stage.heard.length = 0;
  const agent = await open();
  try {
    await cookiesEverywhere(agent);
    await journey(agent);
    return told(stage.heard);
  } finally {
    await agent.close();
  }
}

const opened: AgentOptions = { network: 'home', headers: { 'x-forged': '10.0.0.1' }, keys: undefined };

for (const [name, journey] of Object.entries(journeys))
  test(`tells servers the same as Chromium: ${name}`, async () => {
    const { model, exits, authorityPem } = await stage.options();
    const exit = exits.home;
    if (!exit) throw new Error('no exit');
    const route = { exitUrl: exit.url, authorityPem };
    const byBrowser = await walk(() => browserAgent({ ...opened, browser: stage.browser, exit, route, model }), journey);
    const byWire = await walk(async () => wireAgent({ route, headers: opened.headers, securityKey: undefined, now: Date.now }), journey);
    expect(byWire).toEqual(byBrowser);
    expect(byWire.length).toBeGreaterThan(3);
  });
