/** Requirements H: drills, and proof that they happened. */
import type { Requirement } from '../requirement.ts';

export const drills: readonly Requirement[] = [
  { id: 'H-01', title: 'Documentation, test logs and role-based restrictions available to auditors', parts: [5] },
  { id: 'H-02', title: 'Proof that emergency access does not become permanent escalation', parts: [3] },
  { id: 'H-03', title: 'Test the path regularly in controlled drills', parts: [6] },
  { id: 'H-04', title: 'Drill verifies permissions', parts: [6] },
  { id: 'H-05', title: 'Drill verifies expiration', parts: [6] },
  { id: 'H-06', title: 'Drill verifies logging', parts: [6] },
  { id: 'H-07', title: 'An untested plan fails: readiness decays without a drill', parts: [3] },
  { id: 'H-08', title: 'Do not learn it from the alarm: see it work beforehand', parts: [6] },
  { id: 'H-09', title: 'Test quarterly', parts: [3] },
  { id: 'H-10', title: 'Build, test and document now', parts: [5] },
  { id: 'H-11', title: 'Design, simulate and validate within minutes', parts: [1] },
];
