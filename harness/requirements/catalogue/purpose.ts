/** Requirements A: what break-glass is for, and what it must never become. */
import type { Requirement } from '../requirement.ts';

export const purpose: readonly Requirement[] = [
  { id: 'A-01', title: 'Ordinary authentication is SSO only', parts: [2, 3] },
  { id: 'A-02', title: 'Break-glass exists for IdP unavailable, misconfigured or compromised', parts: [3] },
  { id: 'A-03', title: 'Break-glass exists for any other lock-out of org admins too', parts: [3] },
  { id: 'A-04', title: 'Account is dedicated to this purpose', parts: [3] },
  { id: 'A-05', title: 'It bypasses SSO', parts: [1, 3] },
  { id: 'A-06', title: 'Immutable authentication policy', parts: [3] },
  { id: 'A-07', title: 'Purpose is restoring IdP/SSO settings', parts: [1, 3] },
  { id: 'A-08', title: 'Never re-enables password login broadly', parts: [3] },
  { id: 'A-09', title: 'No full product access on this account', parts: [3] },
  { id: 'A-10', title: 'Auditability and controls are not relaxed', parts: [3] },
  { id: 'A-11', title: 'It is the controlled override when normal authentication fails', parts: [1, 3] },
  {
    id: 'A-12',
    title: 'When the IdP blocks access, everything that depends on it stops, which is measured and not assumed',
    parts: [1, 2, 3],
  },
  { id: 'A-13', title: 'Not a backdoor: documented, discoverable in inventory', parts: [3] },
  { id: 'A-14', title: 'Hardened and pre-approved, under defined conditions', parts: [3] },
  { id: 'A-15', title: 'Protects uptime while compliant: strict controls + audit + rapid availability', parts: [3] },
  { id: 'A-16', title: 'Poor implementation becomes an attack vector: attack surface must not grow', parts: [3] },
  { id: 'A-17', title: 'Emergency-only method to regain admin rights', parts: [3] },
  { id: 'A-18', title: 'Always ready, never touched otherwise', parts: [3] },
];
