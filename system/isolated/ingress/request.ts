/** Judges every request at the ingress: canonical or refused, listed or refused, same origin or refused. Threats: path and method confusion (I-10), forged internal headers (I-04), cross-tenant posts (S4). */
import type { CodeOf, RuleTable } from '../../kernel/rule.ts';
import type { Route } from './routes.ts';

export type IngressFacts = {
  readonly target: { readonly path: string } | undefined;
  readonly route: Route | undefined;
  readonly changesState: boolean;
  /** The `Origin` header. */
  readonly origin: string | undefined;
  /** The host's own origin, exactly. */
  readonly ownOrigin: string;
  /** The `Sec-Fetch-Site` header. */
  readonly fetchSite: string | undefined;
  /** Declared body length in bytes; `unknown` for a body of undeclared length. */
  readonly bodyBytes: number | 'unknown';
};

export const maxBodyBytes = 64 * 1024;
const exempt = (f: IngressFacts): boolean => !f.changesState || f.route?.calledCrossSite === true;

export const ingressRules = [
  { code: 'ingress.request.target-not-canonical', cites: ['I-10', 'RFC 3986 §6.2.2'], holds: (f) => f.target !== undefined },
  { code: 'ingress.request.route-not-listed', cites: ['M-05', 'M-06'], holds: (f) => f.route !== undefined },
  { code: 'ingress.request.body-length-undeclared', cites: ['I-03', 'RFC 9112 §6.3'], holds: (f) => f.bodyBytes !== 'unknown' },
  {
    code: 'ingress.request.body-too-large',
    cites: ['RFC 9110 §15.5.14'],
    holds: (f) => f.bodyBytes === 'unknown' || f.bodyBytes <= maxBodyBytes,
    reads: { maxBodyBytes },
  },
  {
    code: 'ingress.request.origin-foreign',
    cites: ['S4', 'RFC 6454 §7'],
    holds: (f) => exempt(f) || f.origin === f.ownOrigin,
    reads: { exempt },
  },
  {
    code: 'ingress.request.fetch-site-foreign',
    cites: ['S4'],
    holds: (f) => exempt(f) || f.fetchSite === 'same-origin',
    reads: { exempt },
  },
] as const satisfies RuleTable<IngressFacts>;
export type IngressRefusal = CodeOf<typeof ingressRules>;
