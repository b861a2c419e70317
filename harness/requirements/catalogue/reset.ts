/** Requirements D: how an account gets a new password and key. */
import type { Requirement } from '../requirement.ts';

export const reset: readonly Requirement[] = [
  { id: 'D-01', title: 'Reset is support-mediated and high-touch; holder cannot do it', parts: [3] },
  { id: 'D-02', title: 'Request by an authorised org admin that names the specific account', parts: [3] },
  { id: 'D-03', title: 'Support verifies the requester with standard procedures', parts: [3] },
  { id: 'D-04', title: 'One-time link, short-lived, 1 hour', parts: [3] },
  { id: 'D-05', title: "Link goes directly to the account's e-mail address", parts: [3] },
  { id: 'D-06', title: 'Strong password is set through the link', parts: [3] },
  { id: 'D-07', title: 'FIDO2 key is registered or re-registered in the same step', parts: [3] },
  { id: 'D-08', title: 'Sign in at the isolated admin URL', parts: [3] },
  { id: 'D-09', title: 'From an allowlisted address with new password and key', parts: [3] },
  { id: 'D-10', title: 'Then perform recovery actions', parts: [3] },
  { id: 'D-11', title: 'Reset does not extend to other accounts or end the audit trail', parts: [3] },
];
