/** Requirements F: who may make, change and remove break-glass accounts. */
import type { Requirement } from '../requirement.ts';

export const management: readonly Requirement[] = [
  { id: 'F-01', title: 'Any change needs a support request', parts: [3] },
  { id: 'F-02', title: 'Cannot self-serve: provisioning a new account', parts: [3] },
  { id: 'F-03', title: 'Cannot self-serve: de-provisioning', parts: [3] },
  { id: 'F-04', title: 'Cannot self-serve: updating the authentication policy, e.g. IP ranges', parts: [3] },
  { id: 'F-05', title: 'Cannot self-serve: changing the IdP/SSO domain allowlist', parts: [3] },
  { id: 'F-06', title: 'Cannot self-serve: initiating a reset', parts: [3] },
  { id: 'F-07', title: "Support-side change leaves the same audit trail in the customer's log", parts: [3] },
];
