/** One visit as the ingress reads it: who asks where, and the facts by which the request is judged. */
import type { IncomingMessage } from 'node:http';
import { internalHeaders } from '../../kernel/internal-headers.ts';
import { readCookies } from '../../kernel/service.ts';
import type { IngressFacts } from './request.ts';

export type Visit = {
  readonly host: string;
  readonly method: string;
  readonly reference: string;
  readonly peer: string;
  readonly cookies: Readonly<Record<string, string>>;
  /** The visitor is a person's browser that navigates. */
  readonly asPage: boolean;
  readonly mayBeLedToSignIn: boolean;
  readonly upgrade: boolean;
};

/** `upgrade`: the request came as the beginning of a web socket. */
export function readVisit({ headers, method = '' }: IncomingMessage, upgrade: boolean): Visit {
  const mode = headers['sec-fetch-mode'];
  const asPage = !upgrade && (headers.accept ?? '').includes('text/html') && (mode === undefined || mode === 'navigate');
  return {
    host: headers.host ?? '',
    method,
    reference: String(headers[internalHeaders.reference] ?? ''),
    peer: String(headers[internalHeaders.peer] ?? ''),
    cookies: readCookies(headers.cookie),
    asPage,
    mayBeLedToSignIn: method === 'GET' && asPage,
    upgrade,
  };
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const takingBody = new Set(['POST', 'PUT', 'PATCH']);

export function factsOf({ headers }: IncomingMessage, { method, host, upgrade }: Visit): Omit<IngressFacts, 'target' | 'route'> {
  const fetchSite = headers['sec-fetch-site'];
  return {
    changesState: changing.has(method),
    takesBody: takingBody.has(method),
    upgrade,
    origin: headers.origin,
    ownOrigin: `https://${host}`,
    fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
    bodyBytes: headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : 'unknown',
  };
}
