/** Fetches an HR feed from its address, whole or not at all (N-06). Threat: a feed that broke off, which reads like one without the people at its end. */
import type { Outbound } from '../../../kernel/ports.ts';

const timeoutMs = 10_000;
const maxBytes = 8 * 1_024 * 1_024;

/** Undefined when it did not come whole: what failed is no feed that is empty. */
export async function fetchFeed(outbound: Outbound, url: URL): Promise<Uint8Array | undefined> {
  try {
    const { status, body } = await outbound.request({ url, method: 'GET', timeoutMs, maxBytes });
    return status === 200 ? body : undefined;
  } catch {
    return undefined;
  }
}
