/** What people do with their sessions, and what a thief would: signing out, ending another of one's own, sending a request with cookies of one's choice. */
import type { Target } from '../target/target.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent } from './agent.ts';
import { judged, judgedRaw, shownBy, unknown } from './judged.ts';
import { formNamed, formsPostingTo, valueIn } from './page.ts';

/** The values of the session cookies in an agent's jar: what somebody has who stole the jar. */
export type HeldSessions = Readonly<Record<'tracker' | 'wiki' | 'admin' | 'login', string | undefined>>;

export async function heldSessions(agent: Agent, { origins }: Target): Promise<HeldSessions> {
  const [tracker, wiki, admin, login] = await Promise.all([
    agent.cookie(origins.tracker, '__Host-session'),
    agent.cookie(origins.wiki, '__Host-session'),
    agent.cookie(origins.admin, '__Host-session'),
    agent.cookie(origins.login, '__Host-sso'),
  ]);
  return { tracker, wiki, admin, login };
}

const sessionNames = { tracker: '__Host-session', login: '__Host-sso' } as const;
export type Planting = { readonly host: keyof typeof sessionNames; readonly value: string };

/** Puts a session of somebody else's choice into the jar. */
export const plantSession = (agent: Agent, { origins }: Target, { host, value }: Planting): Promise<void> =>
  agent.plantCookie(origins[host], sessionNames[host], value);

/** How the button is called with which an identity provider asks whether somebody wants to leave: oidc-provider, Keycloak. */
const atTheIdp: ReadonlySet<string> = new Set(['logout', 'confirmLogout']);

/** By the form of the page on the sign-in host, and by that of the identity provider where it asks, too. What it shows is of no account: the record of our own answer is. */
export async function signOut(agent: Agent, target: Target): Promise<Outcome> {
  const origin = target.origins.login;
  const page = await agent.visit(new URL('/sign-out', origin));
  const form = page.kind === 'answer' ? formNamed(page.forms, 'sign-out') : undefined;
  if (!form) return judged(page, { target, origin });
  const sight = await agent.submit(form, { values: {} });
  const there = sight.kind === 'answer' && sight.forms.find(({ buttons }) => buttons.some(({ name }) => atTheIdp.has(name)));
  if (there) await agent.submit(there, { values: {} });
  const [ours] = sight.trail;
  if (ours?.reference === undefined) return unknown('nobody of ours answered the wish to sign out');
  const [record] = await target.decision(ours.reference);
  if (record?.code !== 'allowed') return judged(sight, { target, origin });
  return { kind: 'ok', landedOn: 'login', reference: ours.reference, actor: record.actor };
}

/** By the page that lists them: the one in this place of the list, the oldest first. */
export async function endOwnSession(agent: Agent, target: Target, index: number): Promise<Outcome> {
  const origin = target.origins.login;
  const page = await agent.visit(new URL('/sessions', origin));
  const form = page.kind === 'answer' ? formsPostingTo(page.forms, '/sessions/end')[index] : undefined;
  if (form) return judged(await agent.submit(form, { values: {} }), { target, origin });
  const outcome = await judged(page, { target, origin });
  return outcome.kind === 'ok' && page.kind === 'answer' ? unknown(`the page lists no such session: ${shownBy(page)}`) : outcome;
}

/** Not by the page's own list, which holds one's own only: by a post from the sign-in host, with the token that each of its forms carries, for the session with this handle. */
export async function endSession(agent: Agent, target: Target, handle: string): Promise<Outcome> {
  const origin = target.origins.login;
  const page = await agent.visit(new URL('/sessions', origin));
  const token = page.kind === 'answer' ? valueIn(formsPostingTo(page.forms, '/sessions/end'), 'form-token') : undefined;
  if (token === undefined) return judged(page, { target, origin });
  const sight = await agent.postFrom(origin, new URL('/sessions/end', origin), { 'form-token': token, session: handle });
  return judged(sight, { target, origin });
}

const dataOf = { tracker: '/api/issues', wiki: '/api/pages' } as const;
export type Product = keyof typeof dataOf;

/** One raw request for a product's list as data, with exactly these lines of cookies. */
export async function sendCookies(
  agent: Agent,
  target: Target,
  { to, lines }: { readonly to: Product; readonly lines: readonly string[] },
): Promise<Outcome> {
  const origin = target.origins[to];
  const path = dataOf[to];
  const headers = [
    ['Host', origin.host],
    ['Connection', 'close'],
    ['User-Agent', 'tempered-raw-client/1'],
    ['Accept', 'application/json'],
    ...lines.map((line) => ['Cookie', line]),
  ];
  const text = [`GET ${path} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
  return judgedRaw(await agent.sendRaw(new URL(path, origin), { text }), target);
}
