/** The organisation's e-mail domains: claimed, proved by a TXT record, verified for a year, and proved anew before that ends (M-11). */
import type { DnsText } from '../../kernel/directory.ts';
import type { Prepared } from '../../kernel/directory-administration.ts';
import type { ListedDomain } from '../../kernel/directory-view.ts';
import type { Clock, Random, Store } from '../../kernel/ports.ts';
import { demand } from '../../kernel/refusal.ts';
import type { RuleTable } from '../../kernel/rule.ts';
import type { DomainFacts } from './domain.ts';

const dayMs = 86_400_000;
export const verifiedForMs = 365 * dayMs;
export const expiringForMs = 30 * dayMs;

type Stored = { readonly token: string; readonly verifiedAtMs?: number };
export type Domains = {
  list(): readonly ListedDomain[];
  /** Whether the domain of this address counts now. Exactly that domain: no other below it. */
  covers(email: string): boolean;
  /** Claims it, or says again by what it is proved. Throws `Refusal` with `directory.domain.malformed`. */
  claim(domain: string): Prepared;
  /**
   * Looks for the proof. Throws `Refusal` with a code of `directory.domain`. What was verified and whose proof is gone counts no more
   * from then on, and `ended` is told: who proved a domain once may have lost it since. Silence of the name system changes nothing.
   */
  verify(domain: string, ended: () => void): Promise<Prepared>;
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

export function domainsIn({ store, clock, random, dnsText }: DomainPorts, table: RuleTable<DomainFacts>): Domains {
  const listed = (domain: string, { token, verifiedAtMs }: Stored): ListedDomain => {
    const proof = `tempered-domain-proof=${token}`;
    if (verifiedAtMs === undefined) return { domain, state: 'claimed', proof };
    const verifiedUntilMs = verifiedAtMs + verifiedForMs;
    const leftMs = verifiedUntilMs - clock.now();
    return { domain, state: leftMs <= 0 ? 'expired' : leftMs <= expiringForMs ? 'expiring' : 'verified', proof, verifiedUntilMs };
  };
  const find = (domain: string): Stored | undefined => store.get<Stored>(collection, domain);
  const newToken = (): string => Buffer.from(random.bytes(20)).toString('hex');
  const counts = ({ state }: ListedDomain): boolean => state === 'verified' || state === 'expiring';

  const proofOf = async (domain: string, { token }: Stored): Promise<DomainFacts['proof']> => {
    if (!dnsText) return 'no-answer';
    try {
      const texts = await dnsText.lookup(`_tempered.${domain}`);
      return texts.includes(`tempered-domain-proof=${token}`) ? 'seen' : 'missing';
    } catch {
      return 'no-answer';
    }
  };
  /** Throws a TypeError when it is another claim by now: then nobody is told that it was done. */
  const noteVerified = (domain: string, token: string | undefined): void => {
    if (token === undefined || find(domain)?.token !== token)
      throw new TypeError('a claim to a domain went away while its proof was recorded');
    store.put<Stored>(collection, domain, { token, verifiedAtMs: clock.now() });
  };
  return {
    list: () => store.list<Stored>(collection).map(({ key, value }) => listed(key, value)),
    covers: (email) => {
      const [, domain, ...more] = email.split('@');
      const stored = domain === undefined || more.length > 0 || !isAscii(domain) ? undefined : find(domain.toLowerCase());
      return domain !== undefined && stored !== undefined && counts(listed(domain, stored));
    },
    claim: (domain) => {
      demand(table, { wellFormed: wellFormed.test(domain), claimed: true, proof: 'not-asked' });
      return {
        effect: () => {
          if (find(domain) === undefined) store.put<Stored>(collection, domain, { token: newToken() });
        },
      };
    },
    verify: async (domain, ended) => {
      const asked = find(domain);
      const proof = asked === undefined ? 'not-asked' : await proofOf(domain, asked);
      // Somebody may have removed it, and claimed it anew, while the name system was asked: that claim is proved by another token.
      const found = find(domain);
      const same = asked !== undefined && found?.token === asked.token ? found : undefined;
      if (same && proof === 'missing' && counts(listed(domain, same))) {
        store.put<Stored>(collection, domain, { token: same.token });
        ended();
      }
      demand(table, { wellFormed: wellFormed.test(domain), claimed: same !== undefined, proof });
      return { effect: () => noteVerified(domain, same?.token) };
    },
    remove: (domain) => store.delete(collection, domain),
    provision: (domain) => store.put<Stored>(collection, domain, { token: newToken(), verifiedAtMs: clock.now() }),
  };
}
