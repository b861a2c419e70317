/** The headers by which a server can tell who started a request and why, as Chromium computes them: Fetch Metadata §2, Fetch §3.2, Referrer Policy §8. */
import { mostDistant, type Relation, relationBetween } from './site.ts';

export type Initiator = {
  /** The document that starts the request. */
  readonly url: URL;
  /** The policy that this document came with. */
  readonly referrerPolicy: string;
};

export type Purpose =
  | { readonly kind: 'navigation' /** A click or a key press led to it. */; readonly byHand: boolean }
  /** That a click opened. */
  | { readonly kind: 'frame' }
  | { readonly kind: 'call' };

export type RequestFacts = {
  readonly method: string;
  /** The address of this request. */
  readonly url: URL;
  /** The addresses before it in the chain of redirects. */
  readonly before: readonly URL[];
  /** Undefined when the person started it from the address bar. */
  readonly initiator: Initiator | undefined;
  readonly purpose: Purpose;
};

/** Where a page stands that the harness puts into an origin's place. */
export const visitingPath = '/visiting-page';
export const defaultReferrerPolicy = 'strict-origin-when-cross-origin';

/** The page of that origin on which a person stands who came from it. */
export const visitorOf = (origin: URL): Initiator => ({ url: new URL(visitingPath, origin), referrerPolicy: defaultReferrerPolicy });

/** All of them, lower case. */
export function fetchHeaders(facts: RequestFacts): Record<string, string> {
  return { ...metadata(facts), ...origin(facts), ...referer(facts) };
}

function metadata({ url, before, initiator, purpose }: RequestFacts): Record<string, string> {
  const site: Relation | 'none' = initiator ? mostDistant([...before, url].map((each) => relationBetween(initiator.url, each))) : 'none';
  if (purpose.kind === 'call') return { 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors', 'sec-fetch-site': site };
  return {
    'sec-fetch-dest': purpose.kind === 'frame' ? 'iframe' : 'document',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-site': site,
    ...(purpose.kind === 'frame' || purpose.byHand ? { 'sec-fetch-user': '?1' } : {}),
    'upgrade-insecure-requests': '1',
  };
}

/** Fetch §3.2, "append a request Origin header": only on what changes something, and `null` where the policy or a detour hides it. */
function origin({ method, url, before, initiator }: RequestFacts): Record<string, string> {
  if (method === 'GET' || method === 'HEAD' || !initiator) return {};
  return { origin: isHidden(initiator, [...before, url]) ? 'null' : initiator.url.origin };
}

/** After a redirect to another origin Chromium names nobody any more. */
function isHidden(initiator: Initiator, chain: readonly URL[]): boolean {
  const crossed = chain.slice(1).some((url, at) => url.origin !== chain[at]?.origin);
  if (crossed || initiator.referrerPolicy === 'no-referrer') return true;
  return initiator.referrerPolicy === 'same-origin' && initiator.url.origin !== chain.at(-1)?.origin;
}

function referer({ url, before, initiator }: RequestFacts): Record<string, string> {
  if (!initiator) return {};
  const same = [...before, url].every((each) => each.origin === initiator.url.origin);
  const onlyOrigin = `${initiator.url.origin}/`;
  const whole = `${initiator.url.origin}${initiator.url.pathname}${initiator.url.search}`;
  switch (initiator.referrerPolicy) {
    case 'no-referrer':
      return {};
    case 'same-origin':
      return same ? { referer: whole } : {};
    case 'origin':
    case 'strict-origin':
      return { referer: onlyOrigin };
    case 'unsafe-url':
    case 'no-referrer-when-downgrade':
      return { referer: whole };
    default:
      return { referer: same ? whole : onlyOrigin };
  }
}
