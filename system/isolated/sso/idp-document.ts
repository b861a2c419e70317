/** Asks the identity provider for a document about itself, within a time and a size, and follows nothing (S18). */
import { type Outbound, type OutboundAnswer, OutboundFailure, type OutboundFailureKind } from '../../kernel/ports.ts';

/** An identity provider that does not answer within this time is away. */
const timeoutMs = 5_000;
const maxBytes = 256 * 1024;

/** Why there is no answer is a text. The caller has judged the address. */
export async function askForDocument(outbound: Outbound, url: URL, accept: string): Promise<OutboundAnswer | OutboundFailureKind> {
  try {
    return await outbound.request({ url, method: 'GET', headers: { accept }, timeoutMs, maxBytes });
  } catch (error) {
    if (error instanceof OutboundFailure) return error.kind;
    throw error;
  }
}
