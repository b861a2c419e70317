/** What a service says to one request, as a value: it is recorded first and sent after. */
import { type Page, renderPage } from './html.ts';
import type { SafeFacts } from './refusal.ts';

/** Begins to speak, until the function that it returns is called: then nobody hears any more. */
export type OpenStream = (say: (text: string) => void) => () => void;
/** The same with somebody who may answer: told each text that comes, and the end. */
export type OpenSocket = (say: (text: string) => void) => { heard(text: string): void; ended(): void };

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly content:
    | { readonly kind: 'page'; readonly page: Page }
    | { readonly kind: 'json'; readonly value: unknown }
    | { readonly kind: 'web-socket'; readonly open: OpenSocket }
    | { readonly kind: 'stream'; readonly type: string; readonly open: OpenStream }
    | { readonly kind: 'text'; readonly type: string; readonly text: string }
    | { readonly kind: 'empty' };
  /** For the audit record. */
  readonly actor?: string;
  readonly facts?: SafeFacts;
  /** What the action changes: done when its record is on disk, and before the answer leaves. Without a record nothing changes. */
  readonly effect?: () => void;
};

type Extras = Partial<Pick<Answer, 'headers' | 'cookies' | 'actor' | 'facts' | 'effect'>>;
const answer = (status: number, content: Answer['content'], { headers = {}, cookies = [], ...rest }: Extras): Answer => ({
  status,
  headers,
  cookies,
  content,
  ...rest,
});

export const pageAnswer = (page: Page, { status = 200, ...extras }: Extras & { readonly status?: number } = {}): Answer =>
  answer(status, { kind: 'page', page }, extras);
export const jsonAnswer = (value: unknown, { status = 200, ...extras }: Extras & { readonly status?: number } = {}): Answer =>
  answer(status, { kind: 'json', value }, extras);
/** Goes on until somebody ends it: server-sent events. Only a row that `streams` lets it live for long. */
export const streamAnswer = (type: string, open: OpenStream, extras: Extras = {}): Answer =>
  answer(200, { kind: 'stream', type, open }, extras);
/** The connection becomes a web socket. Only a row that `upgrades` lets somebody come as far as this; to anybody else it says 426. */
export const webSocketAnswer = (open: OpenSocket, extras: Extras = {}): Answer => answer(101, { kind: 'web-socket', open }, extras);
/** A document of another media type: metadata. */
export const textAnswer = (text: string, type: string, extras: Extras = {}): Answer => answer(200, { kind: 'text', type, text }, extras);
export const emptyAnswer = (status: number, extras: Extras = {}): Answer => answer(status, { kind: 'empty' }, extras);
/** 303: the next request is a GET, whatever this one was. RFC 9110 §15.4.4. */
export const redirectAnswer = (location: string, extras: Extras = {}): Answer =>
  answer(303, { kind: 'empty' }, { ...extras, headers: { ...extras.headers, location } });

/** A cookie that no other host can set or read, and no script sees (S3). `None` only for what another site's form has to bring along (S8). */
export const hostCookie = (
  name: `__Host-${string}`,
  value: string,
  options: { readonly maxAgeSeconds: number; readonly sameSite: 'Strict' | 'Lax' | 'None' },
): string => `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=${options.sameSite}; Max-Age=${options.maxAgeSeconds}`;

/** Takes a cookie of `hostCookie` away again. */
export const forgottenCookie = (name: `__Host-${string}`, sameSite: 'Strict' | 'Lax' | 'None'): string =>
  hostCookie(name, '', { maxAgeSeconds: 0, sameSite });

/**
 * Headers that every answer of ours carries. What we say is never stored, framed, sniffed or named to another site, page or not; a page
 * has a policy of its own. Not `no-referrer`:
 * browsers then send `Origin: null` with our own forms too, and every post would fail the exact Origin check (S4, Fetch §3.2).
 */
const constantHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000',
} as const;

export type Bytes = { readonly status: number; readonly headers: Record<string, string | string[]>; readonly body: string };

/** The bytes that leave. */
export function renderAnswer(said: Answer, reference: string): Bytes {
  const headers: Record<string, string | string[]> = { ...constantHeaders, ...said.headers };
  if (said.cookies.length > 0) headers['set-cookie'] = [...said.cookies];
  switch (said.content.kind) {
    case 'page': {
      const { body, policy } = renderPage(said.content.page, reference);
      return {
        status: said.status,
        headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
        body,
      };
    }
    case 'json':
      return { status: said.status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(said.content.value) };
    case 'text':
      return { status: said.status, headers: { ...headers, 'content-type': said.content.type }, body: said.content.text };
    case 'web-socket':
      return { status: 426, headers: { ...headers, upgrade: 'websocket', connection: 'Upgrade' }, body: '' };
    case 'stream':
      return { status: said.status, headers: { ...headers, 'content-type': said.content.type }, body: '' };
    case 'empty':
      return { status: said.status, headers, body: '' };
  }
}
