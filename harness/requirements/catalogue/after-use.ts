/** Requirements E: what follows after each use of a break-glass account. */
import type { Requirement } from '../requirement.ts';

export const afterUse: readonly Requirement[] = [
  { id: 'E-01', title: 'Rotate credentials after each use, through Support', parts: [3] },
  { id: 'E-02', title: 'Update the vault record', parts: [3] },
  { id: 'E-03', title: 'Re-confirm custody of hardware keys by authorised people', parts: [3] },
  { id: 'E-04', title: 'Review all audit events of the session', parts: [3] },
  { id: 'E-05', title: 'Correlate events with the support ticket', parts: [3] },
  { id: 'E-06', title: 'Close the incident record with the recovery actions', parts: [3] },
  { id: 'E-07', title: 'Attach supporting evidence', parts: [3] },
  { id: 'E-08', title: 'Every action is recorded and reviewed', parts: [3] },
];
