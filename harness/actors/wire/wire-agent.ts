/** Hands without a browser: an HTTP client that keeps cookies, follows redirects, fills in forms and names its requests as Chromium would. It runs no script but the one that takes a message of SAML along, and applies of a content security policy only who may frame the page. */

import type { Agent as HttpsAgent } from 'node:https';
import type { Agent, AgentOptions, Answer, Entry, Framed, Sight, TrailStep } from '../agent.ts';
import type { SoftwareKey } from '../authenticator/software-key.ts';
import { maxRedirects } from '../limits.ts';
import { entryList, type Form, noPage, passedOn, pressedButton, readPage, underHeaders } from '../page.ts';
import { placeOf, referenceHeader, referenceIn } from '../trail.ts';
import { connectionsOfTheirOwn, keptConnections } from './connections.ts';
import { type UserJar, userJar } from './cookie-jar.ts';
import { exchange, type WireResponse } from './exchange.ts';
import { follow } from './followed.ts';
import { mayBeFramed } from './may-be-framed.ts';
import { rawExchange } from './raw-exchange.ts';
import { defaultReferrerPolicy, fetchHeaders, type Initiator, type Purpose, visitingPath } from './request-headers.ts';
import { relationBetween } from './site.ts';
import type { Route } from './tunnel.ts';
import { Unreachable } from './tunnel.ts';

export type WireAgentOptions = {
  readonly route: Route;
  readonly headers: AgentOptions['headers'];
  readonly securityKey: SoftwareKey | undefined;
  /** The target's clock, in milliseconds since the epoch: cookies age by it. */
  readonly now: () => number;
  /** Of the tab beside which this one is opened. */
  readonly beside?: { readonly jar: UserJar; readonly connections: HttpsAgent };
};

type Load = {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly body?: string;
  readonly initiator: Initiator | undefined;
  readonly purpose: Purpose;
};
type Taken = { readonly response: WireResponse; readonly step: TrailStep };

const agentName = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) tempered-wire-user/1';
const formType = 'application/x-www-form-urlencoded';

/** A fresh agent, with an empty jar and no connection, unless it is a tab beside another one. */
export function wireAgent({ route, headers, securityKey, now, beside }: WireAgentOptions): Agent {
  const { jar, connections } = beside ?? { jar: userJar(now), connections: keptConnections(route) };
  let present: Initiator | undefined;

  /** One request and its answer; the cookies that come with it are taken. */
  async function send(load: Load, before: readonly URL[]): Promise<Taken> {
    const { method, url, body, initiator } = load;
    const relation = initiator && relationBetween(initiator.url, url);
    const cookie = await jar.headerFor(url, { initiator: relation, method, framed: load.purpose.kind === 'frame' });
    const own = {
      'user-agent': agentName,
      accept: load.purpose.kind === 'call' ? '*/*' : 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': 'en-US',
    };
    const content = body === undefined ? {} : { 'content-type': formType };
    const computed = fetchHeaders({ ...load, before });
    const response = await exchange(connections, {
      method,
      url,
      body,
      headers: { ...own, ...content, ...computed, ...(cookie ? { cookie } : {}), ...headers },
    });
    await jar.take(url, response.setCookies);
    return { response, step: { place: placeOf(url), status: response.status, reference: referenceIn(response.header(referenceHeader)) } };
  }

  /** A navigation: redirects are followed, and the last answer becomes the present document. */
  async function navigate(first: Load): Promise<Sight> {
    const trail: TrailStep[] = [];
    const before: URL[] = [];
    let load = first;
    return caught(trail, async () => {
      for (;;) {
        const { response, step } = await send(load, before);
        trail.push(step);
        const led = redirected(load, response);
        if (!led) present = { url: load.url, referrerPolicy: policyOf(response) };
        const shown = answer(load.url, response, trail);
        const next = led ?? sentByItself(shown, present);
        if (!next) return shown;
        if (trail.length > maxRedirects) throw new Unreachable('other', `more than ${maxRedirects} redirects`);
        // A page that sends itself begins a chain of its own.
        if (led) before.push(load.url);
        else before.length = 0;
        load = next;
      }
    });
  }

  async function single(load: Load): Promise<Sight> {
    const trail: TrailStep[] = [];
    return caught(trail, async () => {
      const { response, step } = await send(load, []);
      trail.push(step);
      return answer(load.url, response, trail);
    });
  }

  /** Redirects are followed as in a tab; what stands in the frame is no present document. */
  async function framedBy(framer: URL, to: URL): Promise<Framed> {
    const trail: TrailStep[] = [];
    const before: URL[] = [];
    const initiator = { url: new URL(visitingPath, framer), referrerPolicy: defaultReferrerPolicy };
    let load: Load = { method: 'GET', url: to, initiator, purpose: { kind: 'frame' } };
    for (;;) {
      const { response, step } = await send(load, before);
      trail.push(step);
      const led = redirected(load, response);
      if (!led) return { to, shown: mayBeFramed(response.headers, { url: load.url, framer }) ? load.url : undefined, trail };
      if (trail.length > maxRedirects) throw new Unreachable('other', `more than ${maxRedirects} redirects`);
      before.push(load.url);
      load = led;
    }
  }

  return {
    visit: (url) => navigate({ method: 'GET', url, initiator: undefined, purpose: { kind: 'navigation', byHand: true } }),
    async submit(form, entry) {
      const values = await filledIn(form, entry, { document: present?.url ?? form.action, securityKey });
      // A script that sends the form presses no button.
      const list = entryList(form, values, entry.ceremony ? undefined : (pressedButton(form, entry.button) ?? form.buttons[0]));
      return navigate({ ...sending(form, list), initiator: present, purpose: { kind: 'navigation', byHand: true } });
    },
    call: (url) =>
      single({
        method: 'GET',
        url,
        initiator: { url: new URL(visitingPath, url), referrerPolicy: defaultReferrerPolicy },
        purpose: { kind: 'call' },
      }),
    postFrom: (origin, to, form) => {
      const initiator = { url: new URL(visitingPath, origin), referrerPolicy: defaultReferrerPolicy };
      return navigate({
        method: 'POST',
        url: to,
        body: new URLSearchParams(form).toString(),
        initiator,
        purpose: { kind: 'navigation', byHand: true },
      });
    },
    frame: async (framer, all) => {
      const framed: Framed[] = [];
      for (const to of all) framed.push(await framedBy(framer, to));
      return framed;
    },
    cookie: (url, name) => jar.valueOf(url, name),
    plantCookie: (url, name, value) => jar.take(url, [`${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax`]),
    raw: (url, cookies) => rawRequest(route, url, cookies, headers),
    sendRaw: (url, sending) => rawExchange(route, url, sending),
    follow: (url, asking) => follow(route, url, asking),
    scripts: undefined,
    tab: async () => wireAgent({ route, headers, securityKey: undefined, now, beside: { jar, connections } }),
    keys: async () => securityKey?.keys() ?? [],
    hold: async (keys) => securityKey?.hold(keys),
    screenshot: async () => undefined,
    gone: () => false,
    close: async () => void (beside ?? connections.destroy()),
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

function sending(form: Form, list: URLSearchParams): Pick<Load, 'method' | 'url' | 'body'> {
  if (form.method === 'POST') return { method: 'POST', url: form.action, body: list.toString() };
  const url = new URL(form.action);
  url.search = list.toString();
  return { method: 'GET', url };
}

/** What the script of a page does that only takes a message of SAML along: the one script that these hands run. */
function sentByItself({ forms }: Answer, page: Initiator | undefined): Load | undefined {
  const form = passedOn(forms);
  return form && { ...sending(form, entryList(form, {}, undefined)), initiator: page, purpose: { kind: 'navigation', byHand: false } };
}

/** Fetch §4.4: 303 and, for a POST, 301 and 302 go on with GET; 307 and 308 repeat the request. */
function redirected(load: Load, response: WireResponse): Load | undefined {
  const location = response.header('location');
  if (location === undefined || ![301, 302, 303, 307, 308].includes(response.status) || !URL.canParse(location, load.url.href))
    return undefined;
  const url = new URL(location, load.url);
  if (url.hash === '') url.hash = load.url.hash;
  const { body, ...rest } = load;
  const repeated = response.status >= 307 || load.method === 'GET';
  return repeated && body !== undefined ? { ...rest, body, url } : { ...rest, method: repeated ? load.method : 'GET', url };
}

const policyOf = (response: WireResponse): string =>
  response.header('referrer-policy')?.split(',').at(-1)?.trim().toLowerCase() || defaultReferrerPolicy;

function answer(url: URL, response: WireResponse, trail: readonly TrailStep[]): Answer {
  const page = response.header('content-type')?.startsWith('text/html') ? readPage(response.body, url) : noPage;
  return {
    kind: 'answer',
    url,
    status: response.status,
    reference: trail.at(-1)?.reference,
    trail,
    ...underHeaders(page, response.headers),
  };
}

/** What the network can do becomes a failure; everything else is a bug and goes on. */
async function caught(trail: readonly TrailStep[], work: () => Promise<Answer>): Promise<Sight> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return { kind: 'fault', symptom: error.symptom, detail: error.message, trail };
  }
}
