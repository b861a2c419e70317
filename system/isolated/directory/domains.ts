/** The organisation's e-mail domains: claimed, proved by a TXT record, verified for a year, and proved anew before that ends; or given with the cloud, for its first year (M-11). */
import type { DnsText } from '../../kernel/directory.ts';
import type { Prepared } from '../../kernel/directory-administration.ts';
import type { ListedDomain } from '../../kernel/directory-view.ts';
import type { Clock, Random, Store } from '../../kernel/ports.ts';
import { demand } from '../../kernel/refusal.ts';
import { judge, type RuleTable } from '../../kernel/rule.ts';
import type { DomainFacts } from './domain.ts';

const dayMs = 86_400_000;
export const verifiedForMs = 365 * dayMs;
export const expiringForMs = 30 * dayMs;

/** Two grounds, each for a year: a proof that was seen, and the provisioning of the cloud. */
type Stored = { readonly token: string; readonly verifiedAtMs?: number | undefined; readonly provisionedAtMs?: number | undefined };
export type Domains = {
  list(): readonly ListedDomain[];
  /** Whether the domain of this address counts now. Exactly that domain: no other below it. */
  covers(email: string): boolean;
  /** The domain of this address as it is listed; undefined when nobody claimed it here. */
  listedOf(email: string): ListedDomain | undefined;
  /** Claims it; of one that was claimed already nothing changes. Throws `Refusal` with `directory.domain.malformed`. */
  claim(domain: string): Prepared & { readonly claimed: 'now' | 'already' };
  /**
   * Looks for the proof, with the very name that was asked for. Throws `Refusal` with a code of `directory.domain`. What was verified by
   * a proof that is gone counts no more from then on, and `ended` is told: who proved a domain once may have lost it since. What counts by
   * provisioning counts on for the rest of its first year. Silence of the name system changes nothing.
   */
  verify(domain: string, ended: () => void): Promise<Prepared & { readonly proof: 'seen' | 'not-seen' }>;
  remove(domain: string): void;
  /** Without a proof that could be looked for: provisioning. */
  provision(domain: string): void;
};
export type DomainPorts = { readonly store: Store; readonly clock: Clock; readonly random: Random; readonly dnsText?: DnsText | undefined };

const collection = 'directory.domain';
const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const wellFormed = new RegExp(`^(?=.{4,253}$)${label}(\\.${label})+$`);

/** Some letters that are none of ASCII become such when they are made small: U+212A is a k then. */
const isAscii = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);
/** In small letters; undefined when it is no plain address. */
function domainOf(email: string): string | undefined {
  const [, domain, ...more] = email.split('@');
  return domain === undefined || more.length > 0 || !isAscii(domain) ? undefined : domain.toLowerCase();
}

const counts = ({ state }: ListedDomain): boolean => state === 'verified' || state === 'expiring';

export function domainsIn({ store, clock, random, dnsText }: DomainPorts, table: RuleTable<DomainFacts>): Domains {
  const provisionedUntilMs = ({ provisionedAtMs = Number.NEGATIVE_INFINITY }: Stored): number => provisionedAtMs + verifiedForMs;
  const isProvisioned = (stored: Stored): boolean => provisionedUntilMs(stored) > clock.now();
  const listed = (domain: string, stored: Stored): ListedDomain => {
    const common = { domain, proof: `tempered-domain-proof=${stored.token}`, provisioned: isProvisioned(stored) };
    const { verifiedAtMs = Number.NEGATIVE_INFINITY } = stored;
    const verifiedUntilMs = Math.max(verifiedAtMs + verifiedForMs, provisionedUntilMs(stored));
    if (verifiedUntilMs === Number.NEGATIVE_INFINITY) return { ...common, state: 'claimed' };
    const leftMs = verifiedUntilMs - clock.now();
    return { ...common, state: leftMs <= 0 ? 'expired' : leftMs <= expiringForMs ? 'expiring' : 'verified', verifiedUntilMs };
  };
  const find = (domain: string): Stored | undefined => store.get<Stored>(collection, domain);
  const listedOf: Domains['listedOf'] = (email) => {
    const domain = domainOf(email);
    const stored = domain === undefined ? undefined : find(domain);
    return domain !== undefined && stored ? listed(domain, stored) : undefined;
  };
  const newToken = (): string => Buffer.from(random.bytes(20)).toString('hex');

  /** Throws a TypeError when it is another claim by now: then nobody is told that it was done. */
  const noteLook = (domain: string, token: string | undefined, look: 'seen' | 'not-seen'): void => {
    const found = find(domain);
    if (token === undefined || found?.token !== token) throw new TypeError('a claim to a domain went away while its proof was recorded');
    store.put<Stored>(collection, domain, { ...found, verifiedAtMs: look === 'seen' ? clock.now() : undefined });
  };
  return {
    list: () => store.list<Stored>(collection).map(({ key, value }) => listed(key, value)),
    covers: (email) => {
      const found = listedOf(email);
      return found !== undefined && counts(found);
    },
    listedOf,
    claim: (domain) => {
      demand(table, { wellFormed: wellFormed.test(domain), claimed: true, proof: 'not-asked', provisioned: false });
      return {
        claimed: find(domain) === undefined ? 'now' : 'already',
        effect: () => {
          if (find(domain) === undefined) store.put<Stored>(collection, domain, { token: newToken() });
        },
      };
    },
    verify: async (domain, ended) => {
      const asked = find(domain);
      const proof = asked === undefined ? 'not-asked' : await proofOf(domain, asked.token, dnsText);
      // Somebody may have removed it, and claimed it anew, while the name system was asked: that claim is proved by another token.
      const found = find(domain);
      const same = asked !== undefined && found?.token === asked.token ? found : undefined;
      const provisioned = same !== undefined && isProvisioned(same);
      const facts: DomainFacts = { wellFormed: wellFormed.test(domain), claimed: same !== undefined, proof, provisioned };
      if (same && isGone(proof) && !judge(table, facts).allowed && counts(listed(domain, same))) {
        store.put<Stored>(collection, domain, { token: same.token });
        ended();
      }
      demand(table, facts);
      const look = isGone(proof) && provisioned ? 'not-seen' : 'seen';
      return { proof: look, effect: () => noteLook(domain, same?.token, look) };
    },
    remove: (domain) => store.delete(collection, domain),
    provision: (domain) => store.put<Stored>(collection, domain, { token: newToken(), provisionedAtMs: clock.now() }),
  };
}

/** Whether the proof of this claim stands where it must; a name system that cannot be asked gives no answer. */
async function proofOf(domain: string, token: string, dnsText: DnsText | undefined): Promise<DomainFacts['proof']> {
  if (!dnsText) return 'no-answer';
  try {
    const name = `_tempered.${domain}`;
    const proofs = (await dnsText.lookup(name)).filter(({ text }) => text === `tempered-domain-proof=${token}`);
    if (proofs.length === 0) return 'missing';
    return proofs.some(({ owner }) => owner === name) ? 'seen' : 'elsewhere';
  } catch {
    return 'no-answer';
  }
}

/** The name system has answered, and the proof does not stand where it should. */
const isGone = (proof: DomainFacts['proof']): boolean => proof === 'missing' || proof === 'elsewhere';
