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
  /** Looks for the proof. Throws `Refusal` with a code of `directory.domain`; what was verified stays so until it expires. */
  verify(domain: string): Promise<Prepared>;
  remove(domain: string): void;
  /** Without a proof that could be looked for: provisioning. */
  provision(domain: string): void;
};
export type DomainPorts = { readonly store: Store; readonly clock: Clock; readonly random: Random; readonly dnsText?: DnsText | undefined };

const collection = 'directory.domain';
const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const wellFormed = new RegExp(`^(?=.{4,253}$)${label}(\\.${label})+$`);

export function domainsIn({ store, clock, random, dnsText }: DomainPorts, table: RuleTable<DomainFacts>): Domains {
  const listed = (domain: string, { token, verifiedAtMs }: Stored): ListedDomain => {
    const proof = `tempered-domain-proof=${token}`;
    if (verifiedAtMs === undefined) return { domain, state: 'claimed', proof };
    const verifiedUntilMs = verifiedAtMs + verifiedForMs;
    const leftMs = verifiedUntilMs - clock.now();
    return { domain, state: leftMs <= 0 ? 'expired' : leftMs <= expiringForMs ? 'expiring' : 'verified', proof, verifiedUntilMs };
  };
  const putting = (domain: string, stored: Stored): Prepared => ({ effect: () => store.put(collection, domain, stored) });
  const find = (domain: string): Stored | undefined => store.get<Stored>(collection, domain);
  const newToken = (): string => Buffer.from(random.bytes(20)).toString('hex');
  const counts = ({ state }: ListedDomain): boolean => state === 'verified' || state === 'expiring';

  const proofOf = async (domain: string, { token }: Stored): Promise<DomainFacts['proof']> => {
    try {
      const texts = (await dnsText?.lookup(`_tempered.${domain}`)) ?? [];
      return texts.includes(`tempered-domain-proof=${token}`) ? 'seen' : 'missing';
    } catch {
      return 'no-answer';
    }
  };
  return {
    list: () => store.list<Stored>(collection).map(({ key, value }) => listed(key, value)),
    covers: (email) => {
      const [, domain, ...more] = email.split('@');
      const stored = domain === undefined || more.length > 0 ? undefined : find(domain.toLowerCase());
      return domain !== undefined && stored !== undefined && counts(listed(domain, stored));
    },
    claim: (domain) => {
      demand(table, { wellFormed: wellFormed.test(domain), claimed: true, proof: 'not-asked' });
      return putting(domain, find(domain) ?? { token: newToken() });
    },
    verify: async (domain) => {
      const stored = find(domain);
      const proof = stored === undefined ? 'not-asked' : await proofOf(domain, stored);
      demand(table, { wellFormed: wellFormed.test(domain), claimed: stored !== undefined, proof });
      return putting(domain, { token: stored?.token ?? newToken(), verifiedAtMs: clock.now() });
    },
    remove: (domain) => store.delete(collection, domain),
    provision: (domain) => putting(domain, { token: newToken(), verifiedAtMs: clock.now() }).effect(),
  };
}
