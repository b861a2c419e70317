/** Reads TXT records from name servers, each question once and in bounded time. RFC 1035 §3.3.14. */
import { Resolver } from 'node:dns/promises';
import type { DnsText } from './directory.ts';

export type DnsTextConfig = {
  /** `address:port`; those of the operating system when absent. */
  readonly servers?: readonly string[];
  readonly timeoutMs?: number;
};

const nothingThere: readonly unknown[] = ['ENOTFOUND', 'ENODATA'];

/** A name that is not there, or has no such record, has no texts; any other failure rejects. The pieces of a record are one text. */
export function dnsText({ servers, timeoutMs = 2_000 }: DnsTextConfig = {}): DnsText {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 });
  if (servers) resolver.setServers(servers);
  return {
    lookup: async (name) => {
      try {
        return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''));
      } catch (error) {
        if (nothingThere.includes((error as NodeJS.ErrnoException).code)) return [];
        throw error;
      }
    },
  };
}
