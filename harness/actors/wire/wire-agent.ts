/** Hands without a browser: an HTTP client that keeps cookies, follows redirects, fills in forms and names its requests as Chromium would. It runs no script but the one that takes a message of SAML along, and applies of a content security policy only who may frame the page. */

import type { Agent, AgentOptions, Entry, Framed, Sight, TrailStep } from '../agent.ts';
import type { SoftwareKey } from '../authenticator/software-key.ts';
import { entryList, type Form, pressedButton } from '../page.ts';
import { placeOf, referenceHeader, referenceIn } from '../trail.ts';
import { connectionsOfTheirOwn, keptConnections } from './connections.ts';
import { userJar } from './cookie-jar.ts';
import { exchange } from './exchange.ts';
import { follow } from './followed.ts';
import { answer, caught, type Shared, sender, sending } from './load.ts';
import { rawExchange } from './raw-exchange.ts';
import { visitorOf } from './request-headers.ts';
import { called, framedBy, openTab } from './tab.ts';
import type { Route } from './tunnel.ts';

export type WireAgentOptions = {
  readonly route: Route;
  readonly headers: AgentOptions['headers'];
  readonly securityKey: SoftwareKey | undefined;
  /** The target's clock, in milliseconds since the epoch: cookies age by it. */
  readonly now: () => number;
  /** Of the tab beside which this one is opened. */
  readonly beside?: Shared;
};

const byHand = { kind: 'navigation', byHand: true } as const;

/** A fresh agent, with an empty jar and no connection, unless it is a tab beside another one. */
export function wireAgent({ route, headers, securityKey, now, beside }: WireAgentOptions): Agent {
  const shared = beside ?? { jar: userJar(now), connections: keptConnections(route) };
  const { jar } = shared;
  const send = sender(shared, headers);
  const { present, navigate } = openTab(send);
  return {
    visit: (url) => navigate({ method: 'GET', url, initiator: undefined, purpose: byHand }),
    async submit(form, entry) {
      const values = await filledIn(form, entry, { document: present()?.url ?? form.action, securityKey });
      // A script that sends the form presses no button.
      const list = entryList(form, values, entry.ceremony ? undefined : (pressedButton(form, entry.button) ?? form.buttons[0]));
      return navigate({ ...sending(form, list), initiator: present(), purpose: byHand });
    },
    call: (url) => called(send, { method: 'GET', url, initiator: visitorOf(url), purpose: { kind: 'call' } }),
    postFrom: (origin, to, form) =>
      navigate({ method: 'POST', url: to, body: new URLSearchParams(form).toString(), initiator: visitorOf(origin), purpose: byHand }),
    frame: async (framer, all) => {
      const framed: Framed[] = [];
      for (const to of all) framed.push(await framedBy(send, framer, to));
      return framed;
    },
    cookie: (url, name) => jar.valueOf(url, name),
    plantCookie: (url, name, value) => jar.take(url, [`${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax`]),
    raw: (url, cookies) => rawRequest(route, url, cookies, headers),
    sendRaw: (url, sending) => rawExchange(route, url, sending),
    follow: (url, asking) => follow(route, url, asking),
    scripts: undefined,
    tab: async () => wireAgent({ route, headers, securityKey: undefined, now, beside: shared }),
    keys: async () => securityKey?.keys() ?? [],
    hold: async (keys) => securityKey?.hold(keys),
    screenshot: async () => undefined,
    gone: () => false,
    close: async () => void (beside ?? shared.connections.destroy()),
  };
}

/** One request as a script outside any browser would send it. */
export async function rawRequest(
  route: Route,
  url: URL,
  cookies: Readonly<Record<string, string>>,
  headers: AgentOptions['headers'],
): Promise<Sight> {
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const trail: TrailStep[] = [];
  return caught(trail, async () => {
    const response = await exchange(connectionsOfTheirOwn(route), {
      method: 'GET',
      url,
      headers: { accept: '*/*', cookie, ...headers },
      body: undefined,
    });
    trail.push({ place: placeOf(url), status: response.status, reference: referenceIn(response.header(referenceHeader)) });
    return answer(url, response, trail);
  });
}

/** What the page's script would do when its button is pressed: run the ceremony, copy the link, put both into hidden fields. */
async function filledIn(
  form: Form,
  entry: Entry,
  { document, securityKey }: { readonly document: URL; readonly securityKey: SoftwareKey | undefined },
): Promise<Readonly<Record<string, string>>> {
  const options = form.ceremonyOptions;
  if (!entry.ceremony || options === undefined) return entry.values;
  if (entry.ceremony.kind === 'assertion')
    return { ...entry.values, assertion: securityKey?.assert(options, document.origin, entry.ceremony.assertion) ?? '' };
  const attestation = (await securityKey?.register(options, document.origin, entry.ceremony.attestation)) ?? '';
  return { ...entry.values, link: document.hash.slice(1), attestation };
}
