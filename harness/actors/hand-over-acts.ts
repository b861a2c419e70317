/** What somebody does with the way between two hosts (S7): whoever is signed on asks for a code for a product's host as their browser would, keeps it, and brings it there as they please. */
import type { NetworkName } from '../fixtures/fixtures.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Agent } from './agent.ts';
import type { ActorsOptions } from './company.ts';
import type { HandOver } from './hand-over.ts';
import { judgedRaw } from './judged.ts';
import type { Product } from './session-acts.ts';
import { placeOf, referenceHeader, referenceIn } from './trail.ts';
import { connectionsOfTheirOwn } from './wire/connections.ts';
import { exchange, type WireResponse } from './wire/exchange.ts';
import { fetchHeaders } from './wire/request-headers.ts';

type Carrying = { readonly options: ActorsOptions; readonly from: NetworkName };

export async function takeHandOver(agent: Agent, { options, from }: Carrying): Promise<HandOver> {
  const { tracker, login } = options.target.origins;
  const signOn = await agent.cookie(login, '__Host-sso');
  const begun = await asked({ options, from }, tracker, '');
  const cookie = begun.setCookies.map((line) => line.split(';', 1)[0] ?? '').find((pair) => pair.startsWith('__Host-hand-over='));
  const handedOver = await asked({ options, from }, ledTo(begun), `__Host-sso=${signOn ?? ''}`);
  const { host, searchParams } = ledTo(handedOver);
  const [code, state] = [searchParams.get('code'), searchParams.get('state')];
  if (host !== tracker.host || cookie === undefined || code === null || state === null)
    throw new Error('nobody was handed over: is the person signed on?');
  return { code, state, cookie };
}

export async function bringHandOver(
  agent: Agent,
  target: ActorsOptions['target'],
  bringing: HandOver & { readonly to: Product },
): Promise<Outcome> {
  const { code, state, cookie, to } = bringing;
  const url = new URL(`/.auth/session?${new URLSearchParams({ code, state })}`, target.origins[to]);
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  return judgedRaw(await agent.raw(url, { [name]: value }), target);
}

/** One navigation as a browser would send it, with exactly these cookies; its answer is heard like every other. */
async function asked({ options, from }: Carrying, url: URL, cookie: string): Promise<WireResponse> {
  const exit = options.exits[from];
  if (!exit) throw new Error(`this world has no exit for the network ${from}`);
  const computed = fetchHeaders({ method: 'GET', url, before: [], initiator: undefined, purpose: { kind: 'navigation', byHand: true } });
  const headers = { accept: 'text/html', ...computed, ...(cookie === '' ? {} : { cookie }) };
  const connections = connectionsOfTheirOwn({ exitUrl: exit.url, authorityPem: options.authorityPem });
  const response = await exchange(connections, { method: 'GET', url, headers, body: undefined });
  options.heard?.({ place: placeOf(url), status: response.status, reference: referenceIn(response.header(referenceHeader)) });
  return response;
}

function ledTo(response: WireResponse): URL {
  const location = response.header('location');
  if (location === undefined || !URL.canParse(location)) throw new Error(`an answer with ${response.status} leads nowhere`);
  return new URL(location);
}
