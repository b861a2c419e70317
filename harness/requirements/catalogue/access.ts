/** Requirements M: who may reach what, and which data stay inside. */
import type { Requirement } from '../requirement.ts';

export const access: readonly Requirement[] = [
  { id: 'M-01', title: 'Isolated user → isolated products: handled entirely inside', parts: [2, 4] },
  { id: 'M-02', title: 'Isolated user → shared service: stateless federated login, nothing persisted outside', parts: [4] },
  { id: 'M-03', title: 'Isolated user → standard commercial tenant: denied', parts: [4] },
  {
    id: 'M-04',
    title: 'Credentials unknown to commercial identity unless a federated integration is configured for that service',
    parts: [4],
  },
  { id: 'M-05', title: 'Anonymous → denied by default', parts: [1, 2, 4] },
  { id: 'M-06', title: 'Ingress blocked unless endpoint allowlisted for unauthenticated access', parts: [2, 4] },
  { id: 'M-07', title: 'Only opaque identifiers in the commercial environment', parts: [4] },
  { id: 'M-08', title: 'Authentication always inside; credentials and assertions never leave', parts: [4] },
  { id: 'M-09', title: 'Explicit API allowlisting', parts: [4] },
  { id: 'M-10', title: 'Admins keep control of session policies inside', parts: [2, 4] },
  { id: 'M-11', title: 'Managed (verified) domains only', parts: [2, 4] },
];
