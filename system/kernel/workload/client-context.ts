/** The TLS material of a hop's client side, parsed once for each certificate however many hops it opens and however often its part starts. */
import { createHash } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { WorkloadIdentity } from '../workload.ts';

/** More than one process has certificates at a time; the oldest goes first. */
const most = 64;
const made = new Map<string, SecureContext>();

/** TLS 1.3 only, with the identity's own certificate, trusting its authority and nobody else. */
export function clientContextOf({ certPem, keyPem, authorityPem }: WorkloadIdentity): SecureContext {
  const id = createHash('sha256')
    .update(JSON.stringify([certPem, keyPem, authorityPem]))
    .digest('base64url');
  const known = made.get(id);
  if (known) return known;
  const context = createSecureContext({ cert: certPem, key: keyPem, ca: authorityPem, minVersion: 'TLSv1.3' });
  if (made.size >= most) made.delete(made.keys().next().value ?? '');
  made.set(id, context);
  return context;
}
