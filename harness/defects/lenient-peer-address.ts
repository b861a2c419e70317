/** Edges that believe what a header says about where a request comes from (B-07). */
import type { SystemDefect } from './defect.ts';
import { withPeerAddress } from './parts.ts';

const headers = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'true-client-ip', 'tempered-peer'] as const;

/** The first address, with or without the `for=` of RFC 7239 §4. */
const firstAddress = (value: string): string | undefined => /^\s*(?:for=)?"?\[?([0-9a-f.:]+)/i.exec(value)?.[1];

const believing = (header: (typeof headers)[number]): SystemDefect => ({
  name: `lenient:edge.peerAddress:${header}`,
  kind: 'lenient',
  breaks: `The edge takes the first address in the header ${header} for the address of the peer.`,
  plant: (policy) =>
    withPeerAddress(policy, (request) => firstAddress(String(request.headers[header] ?? '')) ?? policy.edge.peerAddress(request)),
});

/** One for each header that ever carried an address. */
export const peerAddressFromHeader: readonly SystemDefect[] = headers.map(believing);
