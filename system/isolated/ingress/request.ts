/** Judges every request at the ingress: in the one form or refused, listed or refused, same origin or refused. Threats: path and method confusion (I-10), forged internal headers (I-04), cross-tenant posts (S4), another site's web socket (RFC 6455 §10.2). */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';
import { type Route, usualBodyBytes } from './route.ts';
import type { RequestTarget } from './target.ts';

export type IngressFacts = {
  readonly target: RequestTarget;
  readonly route: Route | undefined;
  readonly changesState: boolean;
  /** The visitor asks for the connection to become a web socket. */
  readonly upgrade: boolean;
  /** A method whose body means nothing: RFC 9110 §9.3.1, §9.3.5. */
  readonly takesBody: boolean;
  /** The `Origin` header. */
  readonly origin: string | undefined;
  /** The host's own origin, exactly. */
  readonly ownOrigin: string;
  /** The `Sec-Fetch-Site` header. */
  readonly fetchSite: string | undefined;
  /** Declared body length in bytes; `unknown` for a body of undeclared length. */
  readonly bodyBytes: number | 'unknown';
};

const maxTargetCharacters = 8_000;
const maxBodyBytes = (f: IngressFacts): number => f.route?.maxBodyBytes ?? usualBodyBytes;
const exempt = (f: IngressFacts): boolean => (!f.changesState && !f.upgrade) || f.route?.calledCrossSite === true;
/** Not every browser says on which site a web socket was asked for; whoever says it must say the same. */
const fetchSiteUnsaid = (f: IngressFacts): boolean => f.upgrade && f.fetchSite === undefined;

export const ingressRules = [
  { code: 'ingress.request.target-not-origin-form', cites: ['I-10', 'RFC 9112 §3.2.1'], holds: (f) => f.target.originForm },
  {
    code: 'ingress.request.target-too-long',
    cites: ['I-03', 'RFC 9110 §15.5.15'],
    holds: (f) => f.target.length <= maxTargetCharacters,
    reads: { maxTargetCharacters },
  },
  { code: 'ingress.request.target-percent-encoded', cites: ['I-10', 'RFC 3986 §6.2.2.2'], holds: (f) => !f.target.percentInPath },
  { code: 'ingress.request.target-dot-segment', cites: ['I-10', 'RFC 3986 §6.2.2.3'], holds: (f) => !f.target.dotSegment },
  { code: 'ingress.request.target-empty-segment', cites: ['I-10', 'RFC 3986 §3.3'], holds: (f) => !f.target.emptySegment },
  { code: 'ingress.request.target-foreign-character', cites: ['I-10', 'RFC 3986 §2.3'], holds: (f) => !f.target.foreignInPath },
  { code: 'ingress.request.query-foreign-character', cites: ['I-10', 'RFC 3986 §3.4'], holds: (f) => !f.target.foreignInQuery },
  { code: 'ingress.request.route-not-listed', cites: ['M-05', 'M-06'], holds: (f) => f.route !== undefined },
  {
    code: 'ingress.request.upgrade-not-listed',
    cites: ['M-05', 'RFC 9110 §7.8'],
    holds: (f) => !f.upgrade || f.route?.upgrades === 'websocket',
  },
  {
    code: 'ingress.request.upgrade-missing',
    cites: ['I-10', 'RFC 9110 §15.5.22'],
    holds: (f) => f.upgrade || f.route?.upgrades === undefined,
  },
  { code: 'ingress.request.body-length-undeclared', cites: ['I-03', 'RFC 9112 §6.3'], holds: (f) => f.bodyBytes !== 'unknown' },
  { code: 'ingress.request.body-not-expected', cites: ['I-03', 'RFC 9110 §9.3.1'], holds: (f) => f.takesBody || f.bodyBytes === 0 },
  {
    code: 'ingress.request.body-too-large',
    cites: ['RFC 9110 §15.5.14'],
    holds: (f) => f.bodyBytes === 'unknown' || f.bodyBytes <= maxBodyBytes(f),
    reads: { maxBodyBytes, usualBodyBytes },
  },
  {
    code: 'ingress.request.origin-foreign',
    cites: ['S4', 'RFC 6454 §7', 'RFC 6455 §10.2'],
    holds: (f) => exempt(f) || f.origin === f.ownOrigin,
    reads: { exempt },
  },
  {
    code: 'ingress.request.fetch-site-foreign',
    cites: ['S4'],
    holds: (f) => exempt(f) || fetchSiteUnsaid(f) || f.fetchSite === 'same-origin',
    reads: { exempt, fetchSiteUnsaid },
  },
] as const satisfies RuleTable<IngressFacts>;
export type IngressRefusal = CodeOf<typeof ingressRules>;
