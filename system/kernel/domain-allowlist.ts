/** The domain allowlist: where identity provider settings may point, kept by Support (B-09, S18). Threats: one URL that two parsers read as two hosts, a sub-domain or suffix that looks like an entry, a port or an address in place of a name. */
import { isIP } from 'node:net';

/** Everything there is to judge about one URL text. */
export type UrlFacts = {
  /** Spelled in the one way in which the parser spells it, without anything that needs a second reading. */
  readonly canonical: boolean;
  readonly https: boolean;
  /** Exact host and path prefix of an entry, with neither a port nor a user name. */
  readonly listed: boolean;
};

export type DomainAllowlist = {
  /** `idp.acme.test` or `idp.acme.test/realms/acme`, for people. */
  readonly entries: readonly string[];
  facts(text: string): UrlFacts;
  /** All three facts hold. For every URL, typed or found in metadata or discovery. */
  allows(text: string): boolean;
};

type Entry = { readonly host: string; readonly pathPrefix: string };

const entryForm = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:\/[A-Za-z0-9_~.-]+)*)$/;

function parseEntry(text: string): Entry | undefined {
  const [, host = '', pathPrefix = ''] = entryForm.exec(text) ?? [];
  const dots = pathPrefix.split('/').some((segment) => segment === '.' || segment === '..');
  const sameHost = host !== '' && URL.parse(`https://${host}/`)?.host === host;
  return sameHost && isIP(host) === 0 && !dots ? { host, pathPrefix } : undefined;
}

/** Percent-encoding and backslashes are read differently by different parsers; no URL of an identity provider needs them before its query. */
const isCanonical = (text: string, url: URL): boolean =>
  (url.href === text || url.href === `${text}/`) &&
  !/[%\\]/.test(text) &&
  url.hash === '' &&
  !text.includes('#') &&
  !url.pathname.includes('//');

const reaches = ({ host, pathPrefix }: Entry, url: URL): boolean =>
  url.host === host &&
  url.username === '' &&
  url.password === '' &&
  (url.pathname === pathPrefix || url.pathname.startsWith(`${pathPrefix}/`));

/** The allowlist of `entries`; an empty one allows nothing. Throws a TypeError that names every entry that is not a plain host with an optional path. */
export function domainAllowlist(entries: readonly string[]): DomainAllowlist {
  const wrong = entries.filter((entry) => parseEntry(entry) === undefined);
  if (wrong.length > 0) throw new TypeError(`not a host with an optional path: ${wrong.map((entry) => `"${entry}"`).join(', ')}`);
  const parsed = entries.flatMap((entry) => parseEntry(entry) ?? []);
  const facts = (text: string): UrlFacts => {
    const url = URL.parse(text);
    if (url === null) return { canonical: false, https: false, listed: false };
    return { canonical: isCanonical(text, url), https: url.protocol === 'https:', listed: parsed.some((entry) => reaches(entry, url)) };
  };
  return {
    entries: Object.freeze([...entries]),
    facts,
    allows: (text) => Object.values(facts(text)).every((holds) => holds),
  };
}
