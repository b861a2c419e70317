/** Judges whether a request may enter at the edge: one reading of it, one host, and no word that only our own parts may say. The edge decides nothing about identity (I-03). Threats: a request for one cloud over a connection to another (S3), a request that the next hop reads as two (RFC 9112 §11.2), forged internal headers (I-04). */
import { maxBodyBytes } from '../../kernel/body-limits.ts';
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';
import type { EdgeFacts } from './facts.ts';
import type { UnreadableFacts } from './unreadable.ts';

/** Everything else of HTTP/1.x is another protocol. RFC 9112 §2.3. */
const versions = ['1.1', '1.0'];
/** Whoever answers them shows what it should not: RFC 9110 §9.3.6, §9.3.8. */
const unservedMethods = ['TRACE', 'CONNECT'];
const maxHeaders = 100;
const maxRequestsOnConnection = 1_000;
/** Headers of which a second one would be read by nobody, or by somebody else. RFC 9110 §5.3, RFC 6265 §5.4. */
const singular = new Set([
  'authorization',
  'content-type',
  'cookie',
  'origin',
  'referer',
  'user-agent',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'sec-websocket-key',
  'sec-websocket-version',
]);
/** They ask for another method, target or host than the request line and `Host` do. */
const overriding = new Set([
  'x-http-method-override',
  'x-http-method',
  'x-method-override',
  'x-original-url',
  'x-rewrite-url',
  'x-original-host',
  'x-host',
  'x-http-host-override',
]);
/** All else that `Connection` may name is meant for us, and is not ours to drop. RFC 9110 §7.6.1. */
const connectionOptions = new Set(['close', 'keep-alive', 'upgrade', 'te']);
const token = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;
const isRepeated = (names: readonly string[], name: string): boolean => names.indexOf(name) !== names.lastIndexOf(name);

export const edgeRules = [
  {
    code: 'edge.request.version-not-served',
    cites: ['I-03', 'RFC 9112 §2.3'],
    holds: (f) => versions.includes(f.version),
    reads: { versions },
  },
  {
    code: 'edge.request.method-not-served',
    cites: ['I-03', 'RFC 9110 §9.3.8'],
    holds: (f) => !unservedMethods.includes(f.method),
    reads: { unservedMethods },
  },
  {
    code: 'edge.request.too-many-headers',
    cites: ['I-03', 'RFC 6585 §5'],
    holds: (f) => f.names.length <= maxHeaders,
    reads: { maxHeaders },
  },
  {
    code: 'edge.request.header-name-foreign',
    cites: ['I-03', 'RFC 9112 §5.1'],
    holds: (f) => f.names.every((name) => token.test(name)),
    reads: { token },
  },
  { code: 'edge.request.header-value-foreign', cites: ['I-03', 'RFC 9110 §5.5'], holds: (f) => !f.controlInValue },
  { code: 'edge.request.host-missing', cites: ['S3', 'RFC 9112 §3.2'], holds: (f) => f.host !== undefined && f.host !== '' },
  { code: 'edge.request.host-repeated', cites: ['S3', 'RFC 9112 §3.2'], holds: (f) => f.hostHeaders === 1 },
  { code: 'edge.request.host-is-not-the-certificates', cites: ['S3', 'RFC 9110 §7.4'], holds: (f) => f.host === f.serverName },
  { code: 'edge.request.host-unknown', cites: ['M-05'], holds: (f) => f.host !== undefined && f.hosts.has(f.host) },
  {
    code: 'edge.request.length-and-codings',
    cites: ['I-03', 'RFC 9112 §6.1'],
    holds: (f) => !f.hasLength || f.transferCodings === undefined,
  },
  {
    code: 'edge.request.coding-not-served',
    cites: ['I-03', 'RFC 9112 §6.1'],
    holds: (f) => f.transferCodings === undefined || f.transferCodings.toLowerCase() === 'chunked',
  },
  { code: 'edge.request.trailer-announced', cites: ['I-03', 'RFC 9110 §6.6.2'], holds: (f) => !f.names.includes('trailer') },
  {
    code: 'edge.request.internal-header',
    cites: ['I-04', 'CVE-2025-64484'],
    holds: (f) => !f.plainNames.some((name) => name.startsWith('tempered-')),
  },
  {
    code: 'edge.request.overriding-header',
    cites: ['I-10', 'CVE-2026-40575'],
    holds: (f) => !f.plainNames.some((name) => overriding.has(name)),
    reads: { overriding: [...overriding] },
  },
  {
    code: 'edge.request.header-repeated',
    cites: ['I-04', 'CVE-2021-32777'],
    holds: (f) => !f.names.some((name) => singular.has(name) && isRepeated(f.names, name)),
    reads: { singular: [...singular], isRepeated },
  },
  {
    code: 'edge.request.connection-option-unknown',
    cites: ['I-04', 'RFC 9110 §7.6.1', 'CVE-2025-48865'],
    holds: (f) => f.connectionOptions.every((option) => connectionOptions.has(option)),
    reads: { connectionOptions: [...connectionOptions] },
  },
  {
    code: 'edge.request.expectation-unknown',
    cites: ['I-03', 'RFC 9110 §10.1.1'],
    holds: (f) => f.expectation === undefined || f.expectation.toLowerCase() === '100-continue',
  },
  {
    code: 'edge.request.upgrade-not-served',
    cites: ['I-03', 'RFC 9110 §7.8'],
    holds: (f) => f.upgrade === undefined || f.upgrade === 'websocket',
  },
  {
    code: 'edge.request.body-too-large',
    cites: ['I-03', 'RFC 9110 §15.5.14'],
    holds: (f) => f.declaredBytes <= maxBodyBytes,
    reads: { maxBodyBytes },
  },
  {
    code: 'edge.request.connection-used-up',
    cites: ['I-03', 'RFC 9112 §9.5'],
    holds: (f) => f.requestsOnConnection <= maxRequestsOnConnection,
    reads: { maxRequestsOnConnection },
  },
] as const satisfies RuleTable<EdgeFacts>;

/** What is no request at all, and a body that does not come. Without the rule for it, the edge does not know any more what to say. */
export const unreadableRules = [
  { code: 'edge.request.head-too-large', cites: ['I-03', 'RFC 6585 §5'], holds: (f) => f.why !== 'head-too-large' },
  { code: 'edge.request.head-too-slow', cites: ['I-03', 'RFC 9110 §15.5.9'], holds: (f) => f.why !== 'silent-head' },
  { code: 'edge.request.body-too-slow', cites: ['I-03', 'RFC 9110 §15.5.9'], holds: (f) => f.why !== 'silent-body' },
  { code: 'edge.request.tunnel-asked', cites: ['I-03', 'RFC 9110 §9.3.6'], holds: (f) => f.why !== 'tunnel' },
  { code: 'edge.request.malformed', cites: ['I-03', 'RFC 9112 §2.2'], holds: (f) => f.why !== 'malformed' },
] as const satisfies RuleTable<UnreadableFacts>;
export type EdgeRefusal = CodeOf<typeof edgeRules> | CodeOf<typeof unreadableRules>;
