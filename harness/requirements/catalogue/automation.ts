/** Requirements N: failures of automation, and the practice that survives them. */
import type { Requirement } from '../requirement.ts';

export const automation: readonly Requirement[] = [
  { id: 'N-01', title: 'Lock-out is noticed at once (engineer cannot log in, board turns red)', parts: [2] },
  { id: 'N-02', title: 'Group rules assign by attribute; can lock out', parts: [2] },
  { id: 'N-03', title: 'Failure: rules misfire', parts: [2] },
  { id: 'N-04', title: 'Failure: critical admins suspended', parts: [2] },
  { id: 'N-05', title: 'Failure: misconfigured attribute mapping', parts: [2] },
  { id: 'N-06', title: 'Failure: bad HRIS sync', parts: [2] },
  { id: 'N-07', title: 'Failure: broken SCIM connector', parts: [2] },
  { id: 'N-08', title: 'Any of these can remove every admin at once', parts: [2] },
  { id: 'N-09', title: 'Accounts bypass group rules and automated provisioning', parts: [3] },
  { id: 'N-10', title: 'Excluded from enforcement rules', parts: [3] },
  { id: 'N-11', title: 'Excluded from MFA policies that depend on other locked systems', parts: [3] },
  { id: 'N-12', title: 'Excluded from automated deactivation', parts: [3] },
  { id: 'N-13', title: 'Dedicated accounts with strong, unique passwords in an enterprise vault', parts: [3] },
  { id: 'N-14', title: 'Stay untouched in normal operation', parts: [3] },
  { id: 'N-15', title: 'Step-up authentication by factors independent of the IdP', parts: [3] },
  { id: 'N-16', title: 'Monitor at SIEM level for any sign of access', parts: [3] },
  { id: 'N-17', title: 'A single point of failure without it; minutes not hours', parts: [6] },
  { id: 'N-18', title: 'Crisis becomes a controlled recovery', parts: [1] },
  { id: 'N-19', title: 'Automation keeps its benefits (onboarding, least privilege, predictable entitlements)', parts: [2] },
  { id: 'N-20', title: 'Exception handling must be layered in', parts: [3] },
  { id: 'N-21', title: 'Break-glass plan is a core part, not optional', parts: [3] },
];
