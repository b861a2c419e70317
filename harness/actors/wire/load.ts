/** One request of a tab, named as Chromium would name it, and its answer as a person would see it. */
import type { Agent as HttpsAgent } from 'node:https';
import type { AgentOptions, Answer, Sight, TrailStep } from '../agent.ts';
import { entryList, type Form, noPage, passedOn, readPage, underHeaders } from '../page.ts';
import { placeOf, referenceHeader, referenceIn } from '../trail.ts';
import type { UserJar } from './cookie-jar.ts';
import { exchange, type WireResponse } from './exchange.ts';
import { defaultReferrerPolicy, fetchHeaders, type Initiator, type Purpose } from './request-headers.ts';
import { relationBetween } from './site.ts';
import { Unreachable } from './tunnel.ts';

export type Load = {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly body?: string;
  readonly initiator: Initiator | undefined;
  readonly purpose: Purpose;
};
export type Taken = { readonly response: WireResponse; readonly step: TrailStep };

/** `before`: the addresses from which the chain of redirects has led here. */
export type Send = (load: Load, before: readonly URL[]) => Promise<Taken>;

/** What the tabs of one person share. */
export type Shared = { readonly jar: UserJar; readonly connections: HttpsAgent };

const agentName = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) tempered-wire-user/1';
const formType = 'application/x-www-form-urlencoded';

/** Sends with the cookies of the jar, and takes those that come with the answer. */
export const sender =
  ({ jar, connections }: Shared, headers: AgentOptions['headers']): Send =>
  async (load, before) => {
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
  };

/** Fetch §4.4: 303 and, for a POST, 301 and 302 go on with GET; 307 and 308 repeat the request. */
export function redirected(load: Load, response: WireResponse): Load | undefined {
  const location = response.header('location');
  if (location === undefined || ![301, 302, 303, 307, 308].includes(response.status) || !URL.canParse(location, load.url.href))
    return undefined;
  const url = new URL(location, load.url);
  if (url.hash === '') url.hash = load.url.hash;
  const { body, ...rest } = load;
  const repeated = response.status >= 307 || load.method === 'GET';
  return repeated && body !== undefined ? { ...rest, body, url } : { ...rest, method: repeated ? load.method : 'GET', url };
}

/** Of the document that an answer is. */
export const policyOf = (response: WireResponse): string =>
  response.header('referrer-policy')?.split(',').at(-1)?.trim().toLowerCase() || defaultReferrerPolicy;

/** A form as its method sends it. */
export function sending(form: Form, list: URLSearchParams): Pick<Load, 'method' | 'url' | 'body'> {
  if (form.method === 'POST') return { method: 'POST', url: form.action, body: list.toString() };
  const url = new URL(form.action);
  url.search = list.toString();
  return { method: 'GET', url };
}

/** What the script of a page does that only takes a message of SAML along: the one script that these hands run. */
export function sentByItself({ forms }: Answer, page: Initiator | undefined): Load | undefined {
  const form = passedOn(forms);
  return form && { ...sending(form, entryList(form, {}, undefined)), initiator: page, purpose: { kind: 'navigation', byHand: false } };
}

/** The last answer of a chain. */
export function answer(url: URL, response: WireResponse, trail: readonly TrailStep[]): Answer {
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
export async function caught(trail: readonly TrailStep[], work: () => Promise<Answer>): Promise<Sight> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return { kind: 'fault', symptom: error.symptom, detail: error.message, trail };
  }
}
