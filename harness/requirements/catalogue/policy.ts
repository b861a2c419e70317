/** Requirements B: the policy that binds break-glass accounts: who may change it, how one signs in, how far one gets. */
import type { Requirement } from '../requirement.ts';

export const policy: readonly Requirement[] = [
  { id: 'B-01', title: 'Account is created during provisioning of the isolated cloud', parts: [3] },
  { id: 'B-02', title: 'Policy is read-only; org admins cannot modify it', parts: [3] },
  { id: 'B-03', title: 'Static password + hardware FIDO2/WebAuthn, both', parts: [1, 3] },
  { id: 'B-04', title: 'Not integrated with the IdP', parts: [2, 3] },
  { id: 'B-05', title: 'Scope restricted to the admin interface', parts: [1, 3] },
  { id: 'B-06', title: 'Product access blocked by policy', parts: [1, 3] },
  { id: 'B-07', title: 'Login only from registered IP ranges', parts: [1, 3] },
  { id: 'B-08', title: 'Ranges come from provisioning', parts: [3] },
  { id: 'B-09', title: 'IdP/SSO settings limited to a domain allowlist kept by Support', parts: [1, 3] },
  { id: 'B-10', title: 'No self-service reset', parts: [3] },
  { id: 'B-11', title: 'Audit log covers all accounts including this one', parts: [1, 3] },
];
