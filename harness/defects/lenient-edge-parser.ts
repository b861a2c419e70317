/** An edge that reads what is nearly a request: the lenient mode of Node's own parser (RFC 9112 §11.2). */
import type { SystemDefect } from './defect.ts';

export const anyFraming: SystemDefect = {
  name: 'lenient:edge.parsing',
  kind: 'lenient',
  breaks: 'The edge reads folded lines, bare line feeds, spaces before colons, control characters, and a length beside chunks.',
  plant: (policy) => ({ ...policy, edge: { ...policy.edge, parsing: () => ({ insecureHTTPParser: true }) } }),
};
