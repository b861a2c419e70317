/** Reads TXT records from name servers, each question once and in bounded time. RFC 1035 §3.3.14. */
import { Resolver } from 'node:dns/promises';
import type { DnsText } from './directory.ts';

export type DnsTextConfig = {
  /** `address:port`; those of the operating system when absent. */
  readonly servers?: readonly string[];
  readonly timeoutMs?: number;
};

const nothingThere: readonly unknown[] = ['ENOTFOUND', 'ENODATA'];

/**
 * A name that is not there, or has no such record, has no texts; any other failure rejects. The pieces of a record are one text.
 * No alias is followed (RFC 1034 §3.6.2): a name that is one has no texts of its own, and who hosts what it leads to is somebody else.
 */
export function dnsText({ servers, timeoutMs = 2_000 }: DnsTextConfig = {}): DnsText {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  if (servers) resolver.setServers(servers);
  return {
    lookup: async (name) => {
      const [aliases, texts] = await Promise.all([orNothing(resolver.resolveCname(name)), orNothing(resolver.resolveTxt(name))]);
      return aliases.length > 0 ? [] : texts.map((pieces) => pieces.join(''));
    },
  };
}

async function orNothing<Found>(asked: Promise<readonly Found[]>): Promise<readonly Found[]> {
  try {
    return await asked;
  } catch (error) {
    if (nothingThere.includes((error as NodeJS.ErrnoException).code)) return [];
    throw error;
  }
}
