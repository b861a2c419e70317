/** Headers that only our own parts may set. What a visitor sends under such a name, in any spelling, is dropped. Threat: a forged peer address or user context. RFC 9110 §7.6.1. */
import type { IncomingMessage } from 'node:http';
import { referenceHeader } from './reference.ts';

export const internalHeaders = {
  reference: referenceHeader,
  /** The true peer address of this request, as the edge's socket saw it. */
  peer: 'tempered-peer',
  /** The user context token. */
  context: 'tempered-context',
  /** On an answer: it may go on for longer than a whole answer may take, because whoever sends it watches its session. */
  lasts: 'tempered-lasts',
} as const;

/** Dropped because their meaning ends at this hop, or because they claim something about the hop before. */
const dropped = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
  'proxy-connection',
  'expect',
  'via',
  'forwarded',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'client-ip',
  'fastly-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'x-original-url',
  'x-original-host',
  'x-host',
  'x-http-host-override',
  'x-rewrite-url',
  'x-http-method-override',
  'x-method-override',
  'x-http-method',
]);

/** A name as a careless reader takes it: in lower case, and with hyphens for underscores. */
export const canonicalHeader = (name: string): string => name.toLowerCase().replaceAll('_', '-');

/** A visitor's headers without anything internal, hop-by-hop, or claimed about other hops; `keep` names internal ones that the sender of this hop may set. */
export function forwardable(request: IncomingMessage, keep: readonly string[] = []): Record<string, string | string[]> {
  const listed = new Set((request.headers.connection ?? '').split(',').map((name) => canonicalHeader(name.trim())));
  const passes = (name: string): boolean => {
    const plain = canonicalHeader(name);
    if (keep.includes(name)) return true;
    if (plain.startsWith('tempered-') || plain.startsWith('x-forwarded') || name.includes('_')) return false;
    return !dropped.has(plain) && !listed.has(plain);
  };
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (value !== undefined && passes(name) ? [[name, value]] : [])),
  );
}
