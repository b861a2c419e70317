/** One request of a program, byte by byte, and what a program reads of its answer. */
import type { NetworkName } from '../fixtures/fixtures.ts';
import type { Outcome } from '../verdict/results.ts';
import type { Replied } from './actors.ts';
import type { Sight } from './agent.ts';
import type { ActorsOptions } from './company.ts';
import { judgedRaw, shownBy } from './judged.ts';
import { rawWithBody } from './wire/raw-exchange.ts';

export type ProgramRequest = {
  readonly from: NetworkName;
  readonly url: URL;
  /** Whose word counts, where `url` leads to somebody who only hands on. */
  readonly behind?: URL;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string | Uint8Array | undefined;
};

export async function programRequest(
  options: ActorsOptions,
  { from, url, behind = url, method, headers, body = '' }: ProgramRequest,
): Promise<Replied> {
  const exit = options.exits[from];
  if (!exit) throw new Error(`this world has no exit for the network ${from}`);
  const bytes = (typeof body === 'string' ? Buffer.from(body, 'utf8') : Buffer.from(body)).toString('latin1');
  const lines = [
    `${method} ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    'Connection: close',
    'User-Agent: tempered-program/1',
    'Accept: application/json',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(bytes === '' ? [] : [`Content-Length: ${bytes.length}`]),
  ];
  const route = { exitUrl: exit.url, authorityPem: options.authorityPem };
  const { sight, body: text } = await rawWithBody(route, url, { text: `${lines.join('\r\n')}\r\n\r\n${bytes}` });
  for (const step of sight.trail) options.heard?.(step);
  return { outcome: await judgedBehind(sight, { behind, url, target: options.target }), body: parsed(text) };
}

type Behind = Pick<ActorsOptions, 'target'> & { readonly behind: URL; readonly url: URL };
/** An answer without a reference is the word of whoever stands between, and nothing of ours was reached. */
function judgedBehind(sight: Sight, { behind, url, target }: Behind): Promise<Outcome> | Outcome {
  if (sight.kind === 'fault' || behind.origin === url.origin) return judgedRaw(sight, target);
  if (sight.reference === undefined)
    return { kind: 'fault', symptom: 'stopped-elsewhere', detail: `${url.hostname} shows ${shownBy(sight)}` };
  return judgedRaw({ ...sight, url: behind }, target);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
