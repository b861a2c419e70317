/** An edge that believes what a header says about where a request comes from (B-07). */
import type { SystemDefect } from './defect.ts';
import { withPeerAddress } from './parts.ts';

export const peerAddressFromHeader: SystemDefect = {
  name: 'lenient:edge.peerAddress',
  kind: 'lenient',
  breaks: 'The edge takes the first address in X-Forwarded-For for the address of the peer.',
  plant: (policy) =>
    withPeerAddress(policy, (request) => {
      const [forwarded = ''] = String(request.headers['x-forwarded-for'] ?? '').split(',');
      return forwarded.trim() === '' ? policy.edge.peerAddress(request) : forwarded.trim();
    }),
};
