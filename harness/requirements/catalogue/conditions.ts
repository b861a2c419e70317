/** Requirements C: when break-glass is used: the ways in which sign-in fails. */
import type { Requirement } from '../requirement.ts';

export const conditions: readonly Requirement[] = [
  { id: 'C-01', title: 'Only when the normal SSO flow cannot be used', parts: [3] },
  { id: 'C-02', title: 'Scenario: IdP outage / unreachable', parts: [1, 2, 3] },
  { id: 'C-03', title: 'Scenario: SSO misconfigured', parts: [1, 2, 3] },
  { id: 'C-04', title: 'Scenario: IdP compromised, reconfigure or rotate', parts: [2, 3] },
  { id: 'C-05', title: 'Scenario: otherwise locked out', parts: [3] },
  { id: 'C-06', title: 'Scenario: token-signing key loss', parts: [3] },
  { id: 'C-07', title: 'Scenario: API misconfiguration', parts: [2, 3] },
  { id: 'C-08', title: 'Ready in each case without widening the surface', parts: [3] },
  { id: 'C-09', title: 'Scenario: critical admins suspended', parts: [3] },
  { id: 'C-10', title: 'Declared failure modes and confirmation steps exist', parts: [3] },
];
