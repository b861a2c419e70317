/** The teeth of the scenarios about requests that depart: the rule that refuses is off, or a reader is lenient, and the request gets further. */
import { anyCaseMatches, anyFraming, anyMethodMatches, everythingIsARequest, targetsAreRepaired } from '../../harness/defects/index.ts';
import { listedDeviations } from '../../harness/deviations/index.ts';
import type { SystemRefusal } from '../../system/index.ts';
import { off, type Planted, type Tooth } from './tooth.ts';

/** Codes of what no rule names: refusals of the edge and of a service that cannot go on. */
type Ruleless = 'edge.ingress.no-answer' | 'tracker.request.no-such-action' | 'tracker.request.unreadable';
/** What is planted, and what is seen then: a refusal further in, or the tracker itself. */
type Bite = { readonly plants: readonly Planted[]; readonly instead: SystemRefusal | Ruleless | 'tracker' };
const bite = (instead: Bite['instead'], ...plants: readonly Planted[]): Bite => ({ plants, instead });

const repaired = bite('tracker', targetsAreRepaired);
const without = (code: SystemRefusal, instead: Bite['instead'] = 'tracker'): Bite => bite(instead, ...off(code));
/** No mode of the edge's parser reads it: somebody in front of it does. */
const repairedInFront = bite('tracker', everythingIsARequest);

const bites: Readonly<Record<string, Bite>> = {
  'in-absolute-form': repaired,
  'in-absolute-form-for-another-host': bite('ingress.request.route-not-listed', targetsAreRepaired),
  'in-asterisk-form': bite('ingress.request.target-foreign-character', targetsAreRepaired),
  'with-an-encoded-letter': repaired,
  'with-an-encoded-slash': repaired,
  'with-an-encoded-slash-in-capitals': repaired,
  'with-encoded-dots': repaired,
  'with-dots-encoded-twice': repaired,
  'with-an-encoded-backslash': repaired,
  'with-an-encoded-null': repaired,
  'with-an-encoded-line-end': repaired,
  'with-a-broken-encoding': repaired,
  'with-an-overlong-encoding': repaired,
  'with-a-dot-segment': repaired,
  'with-two-dots': repaired,
  'with-two-dots-at-its-end': repaired,
  'that-begins-with-two-slashes': repaired,
  'with-two-slashes-in-a-row': repaired,
  'with-a-slash-at-its-end': repaired,
  'with-a-backslash': repaired,
  'with-a-path-parameter': repaired,
  'that-leaves-by-dots-and-a-semicolon': repaired,
  'with-a-fragment': repaired,
  'with-angle-brackets-in-its-query': without('ingress.request.query-foreign-character'),
  'with-an-overlong-target': without('ingress.request.target-too-long'),
  // The product reads its path as it is, too: two readers have to be careless.
  'in-other-capitals': bite('tracker.request.no-such-action', anyCaseMatches),

  'that-asks-for-the-head-only': bite('tracker', anyMethodMatches),
  'that-asks-for-the-options': bite('tracker.request.no-such-action', anyMethodMatches),
  'that-deletes-what-may-be-read': bite('ingress.request.origin-foreign', anyMethodMatches),
  'that-asks-to-be-shown-itself': without('edge.request.method-not-served', 'ingress.request.route-not-listed'),
  'that-asks-for-a-tunnel': repairedInFront,
  'with-a-method-in-small-letters': repairedInFront,
  'of-a-version-that-is-not-served': without('edge.request.version-not-served'),
  'without-a-version': without('edge.request.version-not-served', 'edge.request.host-missing'),
  'that-begins-as-http-2': repairedInFront,
  'that-asks-to-become-http-2': without('edge.request.upgrade-not-served'),
  'that-asks-for-a-web-socket-where-none-is': without('ingress.request.upgrade-not-listed', 'ingress.request.origin-foreign'),
  'without-a-host': without('edge.request.host-missing', 'edge.request.host-repeated'),
  'with-two-hosts': without('edge.request.host-repeated'),
  'for-another-host-of-the-cloud': without('edge.request.host-is-not-the-certificates', 'ingress.request.route-not-listed'),
  'for-a-host-of-another-cloud': without('edge.request.host-is-not-the-certificates', 'edge.request.host-unknown'),
  'with-a-port-behind-its-host': without('edge.request.host-is-not-the-certificates', 'edge.request.host-unknown'),
  'with-a-dot-behind-its-host': without('edge.request.host-is-not-the-certificates', 'edge.request.host-unknown'),
  'with-its-host-in-capitals': without('edge.request.host-is-not-the-certificates', 'edge.request.host-unknown'),
  'with-a-user-before-its-host': without('edge.request.host-is-not-the-certificates', 'edge.request.host-unknown'),
  'with-four-words-in-its-first-line': repairedInFront,

  // What is ours to say is dropped at every hop, too: without the rule the request arrives, and nothing of it is believed.
  'that-claims-a-peer-address': without('edge.request.internal-header'),
  'that-claims-a-user': without('edge.request.internal-header'),
  'that-claims-a-reference': without('edge.request.internal-header'),
  'that-claims-a-peer-address-with-underscores': without('edge.request.internal-header'),
  'that-claims-a-peer-address-in-capitals': without('edge.request.internal-header'),
  'that-overrides-its-method': without('edge.request.overriding-header'),
  'that-overrides-its-target': without('edge.request.overriding-header'),
  'that-overrides-its-target-with-underscores': without('edge.request.overriding-header'),
  'that-overrides-its-host': without('edge.request.overriding-header'),
  'with-two-credentials': without('edge.request.header-repeated'),
  'with-two-cookie-headers': without('edge.request.header-repeated', 'session.host.missing'),
  'with-two-content-types': without('edge.request.header-repeated'),
  'with-two-origins': without('edge.request.header-repeated', 'ingress.request.origin-foreign'),
  'that-calls-its-cookie-a-matter-of-the-connection': without('edge.request.connection-option-unknown', 'session.host.missing'),
  'that-takes-our-own-header-off': without('edge.request.connection-option-unknown'),
  'that-expects-what-nobody-knows': without('edge.request.expectation-unknown'),
  'with-more-headers-than-any-browser-sends': without('edge.request.too-many-headers'),
  'with-a-head-that-is-too-large': repairedInFront,
  'with-a-name-that-is-no-name': repairedInFront,
  'with-a-space-before-a-colon': repairedInFront,
  'with-a-zero-byte-in-a-header': bite('edge.request.header-value-foreign', anyFraming),
  'with-a-folded-header': bite('tracker', anyFraming),
  'with-a-bare-carriage-return': repairedInFront,
  'with-a-bare-line-feed': bite('tracker', anyFraming),
  'with-a-space-before-its-first-header': bite('tracker', anyFraming),
  'whose-head-does-not-end': repairedInFront,
  // The product gets it as far as it came, and misses what was cut off.
  'whose-body-does-not-end': bite('tracker.issue.readers-unknown', everythingIsARequest),
  'from-another-origin': without('ingress.request.origin-foreign'),
  'without-an-origin': without('ingress.request.origin-foreign'),
  'from-another-site': without('ingress.request.fetch-site-foreign'),

  'with-a-length-and-chunks': bite('edge.request.length-and-codings', anyFraming),
  'with-two-lengths': repairedInFront,
  'with-one-length-twice': repairedInFront,
  'with-a-sign-before-its-length': repairedInFront,
  'with-its-length-in-hexadecimal': repairedInFront,
  'without-a-value-for-its-length': repairedInFront,
  'with-a-coding-that-is-nearly-chunked': repairedInFront,
  'whose-chunks-are-not-the-last-coding': repairedInFront,
  'with-a-space-before-the-colon-of-its-coding': bite('edge.request.header-name-foreign', anyFraming),
  'whose-coding-is-folded': bite('ingress.request.body-length-undeclared', anyFraming),
  'that-is-compressed-for-the-transfer': without('edge.request.coding-not-served', 'ingress.request.body-length-undeclared'),
  'in-chunks': without('ingress.request.body-length-undeclared'),
  'that-announces-a-trailer': without('edge.request.trailer-announced'),
  'with-a-body-that-is-too-large': without('ingress.request.body-too-large', 'tracker.request.unreadable'),
  'that-reads-and-has-a-body': without('ingress.request.body-not-expected'),
};

/** The folder's file names are made of the names of the deviations. */
export const ingressRequestTeeth: Readonly<Record<string, readonly Tooth[]>> = Object.fromEntries(
  listedDeviations
    .filter(({ key }) => key === 'request')
    .map(({ name, refusedWith }) => [`ingress/a-request-${name}-is-refused`, teethOf(bites[name], refusedWith)]),
);

function teethOf(found: Bite | undefined, refusedWith: string): readonly Tooth[] {
  if (!found) return [];
  const observed = found.instead === 'tracker' ? 'arrived on tracker' : `refused with ${found.instead}`;
  return [{ plants: found.plants, red: 'fail', failing: `is refused with ${refusedWith}`, observed }];
}
