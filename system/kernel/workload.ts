/** Who is speaking on a machine-to-machine hop: a client certificate of the second authority, with one role in a URI SAN (S2). Threat: a server certificate, or another role, used to reach a service past the ingress. */
import type { PeerCertificate } from 'node:tls';

export const roles = ['edge', 'ingress', 'authentication-service', 'break-glass', 'admin-hub', 'tracker', 'wiki', 'support-desk'] as const;
export type Role = (typeof roles)[number];

/** PEM texts. */
export type Certificate = { readonly certPem: string; readonly keyPem: string };
export type WorkloadIdentity = Certificate & { readonly role: Role; readonly authorityPem: string };

const prefix = 'spiffe://tempered.test/role/';

/** The one role that a peer's certificate names; undefined for none, several, or anything else in its SAN. RFC 5280 §4.2.1.6. */
export function roleOf(certificate: Pick<PeerCertificate, 'subjectaltname'> | undefined): Role | undefined {
  const names = certificate?.subjectaltname?.split(', ') ?? [];
  const [only, ...more] = names;
  if (only === undefined || more.length > 0 || !only.startsWith(`URI:${prefix}`)) return undefined;
  const named = only.slice(`URI:${prefix}`.length);
  return roles.find((role) => role === named);
}
