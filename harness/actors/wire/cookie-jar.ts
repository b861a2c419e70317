/** The cookies of a wire user, sent as a browser would send them on a top-level navigation or a script's call; their age follows the target's clock. */
import { type Cookie, CookieJar } from 'tough-cookie';
import type { Relation } from './site.ts';

export type CookieContext = {
  /** Of the page that starts the request to the address; undefined when the person does, from the address bar. */
  readonly initiator: Relation | undefined;
  readonly method: string;
  /** In a frame: what is sent on navigations of the top level only is not sent. */
  readonly framed?: boolean;
};

export type UserJar = {
  /** The `Cookie` header; undefined when nothing is sent. */
  headerFor(url: URL, context: CookieContext): Promise<string | undefined>;
  /** Takes `Set-Cookie` headers. A cookie that a browser would not take is not taken. */
  take(url: URL, headers: readonly string[]): Promise<void>;
  valueOf(url: URL, name: string): Promise<string | undefined>;
};

/** For so long a cookie without SameSite is sent on a cross-site POST of the top level, as Chromium does. */
const laxAllowingUnsafeMs = 120_000;

/** `now` is the target's clock, in milliseconds since the epoch. */
export function userJar(now: () => number): UserJar {
  const jar = new CookieJar(undefined, { allowSpecialUseDomain: true, prefixSecurity: 'silent', rejectPublicSuffixes: true });
  const living = async (url: URL): Promise<readonly Cookie[]> => {
    const stored = await jar.getCookies(url.href, { expire: false });
    return stored.filter((cookie) => (expiryOf(cookie) ?? Number.POSITIVE_INFINITY) > now());
  };
  return {
    async headerFor(url, context) {
      const sent = (await living(url)).filter((cookie) => isSent(cookie, context, now()));
      return sent.length === 0 ? undefined : sent.map((cookie) => cookie.cookieString()).join('; ');
    },
    async take(url, headers) {
      for (const header of headers)
        if (!isInsecureNone(header)) await jar.setCookie(header, url.href, { ignoreError: true, now: new Date(now()) });
    },
    valueOf: async (url, name) => (await living(url)).find((cookie) => cookie.key === name)?.value,
  };
}

/** RFC 6265bis §5.8.3: Strict within the site, Lax also on safe navigations of the top level from elsewhere. No attribute counts as Lax. */
function isSent(cookie: Cookie, { initiator, method, framed = false }: CookieContext, nowMs: number): boolean {
  const within = initiator !== 'cross-site';
  if (framed) return within || cookie.sameSite === 'none';
  switch (cookie.sameSite) {
    case 'none':
      return true;
    case 'strict':
      return within;
    case 'lax':
      return within || isSafe(method);
    default:
      return within || isSafe(method) || nowMs - (cookie.creation instanceof Date ? cookie.creation.getTime() : 0) < laxAllowingUnsafeMs;
  }
}

/** Max-Age counts from when the cookie came (RFC 6265 §5.2.2), not from when it was last used. */
const expiryOf = (cookie: Cookie): number | undefined => cookie.expiryTime(cookie.creation instanceof Date ? cookie.creation : undefined);

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** SameSite=None without Secure is dropped. */
const isInsecureNone = (header: string): boolean => {
  const attributes = header
    .split(';')
    .slice(1)
    .map((part) => part.trim().toLowerCase());
  return attributes.includes('samesite=none') && !attributes.includes('secure');
};
