/** Listeners inside that conclude a handshake with anybody, and leave it to the table who may stay (S2). */
import type { SystemDefect } from './defect.ts';

export const anyHandshake: SystemDefect = {
  name: 'lenient:workload.connection.handshake',
  kind: 'lenient',
  breaks: 'TLS inside asks for a certificate, and goes on whatever it is shown.',
  plant: (policy) => ({ ...policy, cloud: { ...policy.cloud, handshake: () => ({ rejectUnauthorized: false }) } }),
};
